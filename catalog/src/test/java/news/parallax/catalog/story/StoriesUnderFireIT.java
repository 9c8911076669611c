package news.parallax.catalog.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogProcess;
import news.parallax.catalog.database.EmbeddedPostgres;
import news.parallax.catalog.story.StoryWriter.Acknowledged;
import news.parallax.catalog.v1.ChangedStory;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.WatchStoriesRequest;
import news.parallax.catalog.v1.WatchStoriesResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds after eight writers have changed everything at once, and the catalog was killed in the middle: told by plain
 * SQL, which shares nothing with the code. {@code -Dparallax.fire.seconds=60} takes a minute, {@code -Dparallax.fire.seed=N}
 * other dice.
 */
class StoriesUnderFireIT {
    private static final int WRITERS = 8;
    private static final int SECONDS = Integer.getInteger("parallax.fire.seconds", 10);
    private static final int ANSWERS_MIN = 400;
    private static final long SEED = Long.getLong("parallax.fire.seed", 1);

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyArticleIsInOneStoryEveryCountEqualsARecountAndEveryIdResolves() throws Exception {
        var acknowledged = new Acknowledged();
        List<String> heard;
        var catalog = CatalogProcess.start("fire", Map.of("PARALLAX_CATALOG_WATCH_HEARTBEAT", "500ms"));
        try (catalog;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            heard = fire(catalog, acknowledged, threads);
            assertThat(unresolved(catalog, acknowledged.storyIds())).isEmpty();
        }
        try (var postgres = EmbeddedPostgres.start(catalog.data(), Duration.ofMinutes(1));
                Connection database =
                        DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password())) {
            assertThat(new HashSet<>(texts(database, "select article_id from membership")))
                    .containsAll(acknowledged.articleIds());
            for (Invariant invariant : Invariant.ALL) {
                assertThat(texts(database, invariant.exceptions()))
                        .as(invariant.name())
                        .isEmpty();
            }
            assertThat(heard)
                    .isEqualTo(texts(database, "select story_id || aspects::text from story_change order by id"));
            assertEventful(database, acknowledged);
        }
    }

    /** Lets all write for the time, kills the catalog in the middle, and returns what one listener heard. */
    private static List<String> fire(CatalogProcess catalog, Acknowledged acknowledged, ExecutorService threads)
            throws Exception {
        var stopped = new AtomicBoolean();
        var finished = new AtomicBoolean();
        List<ManagedChannel> channels =
                Stream.generate(catalog::connect).limit(WRITERS + 1).toList();
        var ear = new Ear(channels.getLast(), finished);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(
                    threads.submit(new StoryWriter(channels.get(writer), SEED * 100 + writer, stopped, acknowledged)));
        }
        Future<List<String>> heard = threads.submit(ear);
        awaitHalf(acknowledged);
        catalog.killAndRestart();
        awaitHalf(acknowledged);
        stopped.set(true);
        for (Future<?> writer : writers) {
            writer.get(2, TimeUnit.MINUTES);
        }
        finished.set(true);
        List<String> all = heard.get(2, TimeUnit.MINUTES);
        channels.forEach(ManagedChannel::shutdownNow);
        return all;
    }

    /** Half of the time, and on a slow machine until enough has happened. */
    private static void awaitHalf(Acknowledged acknowledged) throws InterruptedException {
        int enough = acknowledged.answers().get() + ANSWERS_MIN / 2;
        TimeUnit.MILLISECONDS.sleep(SECONDS * 500L);
        while (acknowledged.answers().get() < enough) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** A listener that resumes where it was whenever its stream ends, until two messages tell that nothing changes. */
    private static final class Ear implements Callable<List<String>> {
        private final ManagedChannel channel;
        private final AtomicBoolean finished;
        private final List<String> heard = new ArrayList<>();
        private String token;

        /** Listens before anything is written. */
        Ear(ManagedChannel channel, AtomicBoolean finished) {
            this.channel = channel;
            this.finished = finished;
            token = listen("").next().getResumeToken();
        }

        @Override
        public List<String> call() {
            int quiet = 0;
            Iterator<WatchStoriesResponse> messages = listen(token);
            while (quiet < 2) {
                try {
                    WatchStoriesResponse message = messages.next();
                    token = message.getResumeToken();
                    if (message.hasChange()) {
                        heard.add(text(message.getChange()));
                    }
                    quiet = finished.get() && !message.hasChange() ? quiet + 1 : 0;
                } catch (StatusRuntimeException e) {
                    assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
                    messages = listen(token);
                }
            }
            return heard;
        }

        private Iterator<WatchStoriesResponse> listen(String resumeToken) {
            return StoryServiceGrpc.newBlockingStub(channel)
                    .withWaitForReady()
                    .watchStories(WatchStoriesRequest.newBuilder()
                            .setResumeToken(resumeToken)
                            .build());
        }

        private static String text(ChangedStory change) {
            return change.getStoryId()
                    + change.getAspectsList().stream()
                            .map(aspect -> aspect.name().replace("STORY_ASPECT_", ""))
                            .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Returns the ids that lead to no story, or to one that is part of another. */
    private static List<String> unresolved(CatalogProcess catalog, Set<String> storyIds) {
        ManagedChannel channel = catalog.connect();
        try {
            var stub = StoryServiceGrpc.newBlockingStub(channel).withWaitForReady();
            Function<String, Story> ask = id -> stub.getStory(
                            GetStoryRequest.newBuilder().setStoryId(id).build())
                    .getStory();
            return storyIds.stream()
                    .filter(id -> ask.apply(id).getArticleCount() == 0
                            || !ask.apply(ask.apply(id).getId())
                                    .getId()
                                    .equals(ask.apply(id).getId()))
                    .toList();
        } finally {
            channel.shutdownNow();
        }
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Something must have happened, or nothing was proved. */
    private static void assertEventful(Connection database, Acknowledged acknowledged) throws SQLException {
        List<String> kinds = texts(database, "select distinct kind from story_event");
        List<String> counts = texts(
                database,
                "select 'articles ' || (select count(*) from article) || ', stories ' || (select count(*) from story)"
                        + " || ', redirects ' || (select count(*) from story_redirect) || ', events ' || count(*)"
                        + " || ', undone ' || count(undone_by_event_id) from story_event");
        System.out.printf(
                "under fire: seed %d, %d s, answers %d, %s%n",
                SEED, SECONDS, acknowledged.answers().get(), counts.getFirst());
        assertThat(kinds).contains("MERGED", "SPLIT", "ARTICLES_MOVED");
        assertThat(texts(database, "select story_id from story_redirect")).isNotEmpty();
        assertThat(texts(database, "select id from story_event where undone_by_event_id is not null"))
                .isNotEmpty();
        assertThat(acknowledged.articleIds()).isNotEmpty();
    }
}
