package news.parallax.catalog.change;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.storiesOnAnotherConnection;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.ChangedStory;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.catalog.v1.WatchStoriesRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WatchStoriesTest {
    private static final String HOST = "https://watch.example/";

    @Inject
    StoryChangeRepository outbox;

    @Test
    void aCallIsToldAsOneChangeOfEachStoryWithAllThatChangedOfIt() throws Exception {
        String story = storyId("watched once");
        try (var watcher = Watcher.open()) {
            stories()
                    .recordArticles(RecordArticlesRequest.newBuilder()
                            .addArticles(record(story, HOST + "once-a"))
                            .addArticles(record(story, HOST + "once-b"))
                            .addStories(digest(story, HOST + "once-a", HOST + "once-b"))
                            .build());
            assertThat(watcher.until(of(story)))
                    .singleElement()
                    .satisfies(change -> assertThat(change.getAspectsList())
                            .containsExactly(
                                    StoryAspect.STORY_ASPECT_FOUNDED,
                                    StoryAspect.STORY_ASPECT_ARTICLES,
                                    StoryAspect.STORY_ASPECT_TELLING,
                                    StoryAspect.STORY_ASPECT_COVERAGE));
        }
    }

    @Test
    void whatChangesNothingIsNotTold() throws Exception {
        String story = storyId("watched for nothing");
        String other = storyId("watched afterwards");
        ArticleRecord sent = record(story, HOST + "nothing");
        var said = UpdateStoryRequest.newBuilder().setStory(digest(story, HOST + "nothing", HOST + "nothing"));
        record(sent);
        stories().updateStory(said.build());
        try (var watcher = Watcher.open()) {
            record(sent);
            stories().updateStory(said.build());
            refusal(Code.NOT_FOUND, () -> merge(story, storyId("never there")));
            refusal(Code.INVALID_ARGUMENT, () -> record(record(other, HOST + "refused"), record("no id", HOST + "x")));
            record(record(other, HOST + "afterwards"));
            assertThat(watcher.until(of(other))).hasSize(1);
        }
    }

    @Test
    void aMergedStoryIsToldWithTheOneItBecamePartOf() throws Exception {
        String story = storyId("watched, remains");
        String merged = storyId("watched, merged");
        record(record(story, HOST + "remains"), record(merged, HOST + "merged"));
        try (var watcher = Watcher.openWithStories()) {
            merge(story, merged);
            List<ChangedStory> changes = new ArrayList<>(watcher.until(of(story)));
            if (changes.size() == 1) {
                changes.addAll(watcher.until(of(merged)));
            }
            assertThat(changes)
                    .extracting(ChangedStory::getStoryId, ChangedStory::getMergedIntoStoryId, ChangedStory::hasStory)
                    .containsExactlyInAnyOrder(tuple(story, "", true), tuple(merged, story, false));
            assertThat(changes)
                    .filteredOn(ChangedStory::hasStory)
                    .extracting(change -> change.getStory().getArticleCount())
                    .containsExactly(2);
        }
    }

    @Test
    void aStoryWhoseSourceIsRatedIsToldAsCoverage() throws Exception {
        String story = storyId("watched rating");
        importSources(source("watched-rating.example"));
        record(record(story, "https://watched-rating.example/a"));
        try (var watcher = Watcher.open()) {
            importRatings(rating("watched-rating.example", "rater", Bias.BIAS_LEFT));
            assertThat(watcher.until(of(story)))
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.getAspectsList()).containsExactly(StoryAspect.STORY_ASPECT_COVERAGE));
        }
    }

    /** Each call to a story is one change of it, so the changes can be counted and their order checked. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void whoReconnectsAgainAndAgainWhileFourWriteMissesNothingAndGetsNothingTwice(int seed) throws Exception {
        int writers = 4;
        int calls = 60;
        var random = new Random(seed);
        Map<String, List<ChangedStory>> read = new HashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watcher = Watcher.open();
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "%d-%d".formatted(seed, writer);
                writing.add(threads.submit(() -> write(name, calls)));
            }
            for (int count = 0; count < writers * calls; ) {
                var message = watcher.next();
                if (message.hasChange()) {
                    read.computeIfAbsent(message.getChange().getStoryId(), _ -> new ArrayList<>())
                            .add(message.getChange());
                    count++;
                }
                if (random.nextInt(15) == 0) {
                    watcher.close();
                    watcher = Watcher.resume(watcher.token());
                }
            }
            watcher.close();
            for (Future<?> writer : writing) {
                writer.get();
            }
        }
        assertThat(read).hasSize(writers).allSatisfy((_, changes) -> {
            assertThat(changes).hasSize(calls);
            assertThat(changes.getFirst().getAspectsList()).contains(StoryAspect.STORY_ASPECT_FOUNDED);
            assertThat(changes.stream().skip(1))
                    .allSatisfy(change ->
                            assertThat(change.getAspectsList()).containsExactly(StoryAspect.STORY_ASPECT_ARTICLES));
            assertThat(changes)
                    .extracting(change -> change.getChangeTime().getSeconds() * 1_000_000_000L
                            + change.getChangeTime().getNanos())
                    .isSorted();
        });
    }

    @Test
    void whoSawNothingChangeIsToldWhereItStandsAndCanResumeThere() throws Exception {
        String story = storyId("watched, quiet");
        String token;
        try (var watcher = Watcher.open()) {
            assertThat(watcher.next().hasChange()).isFalse();
            token = watcher.token();
        }
        record(record(story, HOST + "quiet"));
        try (var watcher = Watcher.resume(token)) {
            assertThat(watcher.until(of(story))).hasSize(1);
        }
    }

    @Test
    void aTokenFromBeforeWhatIsKeptIsRefusedAndALaterOneServes() throws Exception {
        String early;
        String late;
        try (var watcher = Watcher.open()) {
            early = watcher.token();
            record(record(storyId("watched, pruned"), HOST + "pruned"));
            watcher.until(of(storyId("watched, pruned")));
            late = watcher.token();
        }
        pruneAll();
        record(record(storyId("watched, kept"), HOST + "kept"));
        assertThat(refusal(Code.OUT_OF_RANGE, () -> Watcher.resume(early)))
                .satisfies(info -> assertThat(info.getReason()).isEqualTo("RESUME_TOKEN_EXPIRED"));
        try (var watcher = Watcher.resume(late)) {
            assertThat(watcher.until(of(storyId("watched, kept")))).hasSize(1);
        }
    }

    /** What no message to webhooks was made of yet is kept a moment longer. */
    private void pruneAll() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (QuarkusTransaction.requiringNew().call(() -> {
            outbox.prune(Instant.now().plusSeconds(60), Integer.MAX_VALUE);
            return outbox.count() > 0;
        })) {
            assertThat(Instant.now()).as("pruned").isBefore(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void aTokenOfAnotherDatabaseIsExpiredAndWhatIsNoTokenIsInvalid() throws Exception {
        String foreign = token("0".repeat(32) + ":1");
        assertThat(refusal(Code.OUT_OF_RANGE, () -> Watcher.resume(foreign)).getReason())
                .isEqualTo("RESUME_TOKEN_EXPIRED");
        for (String none : List.of("x", "%%%", token("1"), token("0".repeat(32) + ":-1"), "A".repeat(5_000))) {
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> Watcher.resume(none))
                            .getReason())
                    .isEqualTo("RESUME_TOKEN_INVALID");
        }
    }

    @Test
    void oneStreamMoreThanAllowedIsRefusedUntilOneHangsUp() throws Exception {
        List<Watcher> watchers = new ArrayList<>();
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> {
                            for (int number = 0; number < 6; number++) {
                                watchers.add(Watcher.open());
                            }
                        })
                        .getReason())
                .isEqualTo("TOO_MANY_WATCHERS");
        assertThat(watchers).isNotEmpty();
        watchers.forEach(Watcher::close);
        String token = openWhenThereIsRoom();
        assertThat(token).isNotEmpty();
    }

    @Test
    void aStreamThatIsNotReadEndsAndTheOthersGoOn() throws Exception {
        String last = storyId("watched, last");
        try (var watcher = Watcher.open()) {
            var unread = storiesOnAnotherConnection()
                    .watchStories(WatchStoriesRequest.newBuilder()
                            .setIncludeStory(true)
                            .build());
            unread.next();
            recordManyStories("one");
            recordManyStories("two");
            record(record(last, HOST + "last"));
            assertThat(watcher.until(of(last))).hasSize(1_001);
            Thread.sleep(4_000);
            assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> unread.forEachRemaining(_ -> {}))
                            .getReason())
                    .isEqualTo("WATCHER_TOO_SLOW");
        }
    }

    /** More than a connection holds by itself. */
    private static void recordManyStories(String name) {
        var request = RecordArticlesRequest.newBuilder();
        for (int number = 0; number < 500; number++) {
            String story = storyId("watched %s %d".formatted(name, number));
            String url = HOST + name + number;
            request.addArticles(record(story, url))
                    .addStories(digest(story, url).toBuilder().setTitle("Long title ".repeat(400)));
        }
        stories().recordArticles(request.build());
    }

    private static String openWhenThereIsRoom() throws Exception {
        while (true) {
            try (var watcher = Watcher.open()) {
                return watcher.token();
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
                Thread.sleep(20);
            }
        }
    }

    private static void write(String name, int calls) {
        for (int call = 0; call < calls; call++) {
            record(record(storyId("watched writer " + name), HOST + name + "-" + call));
        }
    }

    private static void merge(String story, String merged) {
        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(story)
                        .addMergedStoryIds(merged)
                        .build());
    }

    private static String token(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Predicate<ChangedStory> of(String storyId) {
        return change -> change.getStoryId().equals(storyId);
    }
}
