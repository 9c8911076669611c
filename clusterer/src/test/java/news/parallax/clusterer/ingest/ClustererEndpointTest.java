package news.parallax.clusterer.ingest;

import static news.parallax.clusterer.ingest.Articles.article;
import static news.parallax.clusterer.ingest.Articles.at;
import static news.parallax.clusterer.ingest.Articles.event;
import static news.parallax.clusterer.ingest.Articles.name;
import static news.parallax.clusterer.ingest.OpenService.await;
import static news.parallax.clusterer.ingest.StoredStories.story;
import static news.parallax.clusterer.ingest.StoredStories.storyArticles;
import static news.parallax.clusterer.ingest.StoredStories.totalArticles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.election.Election;
import news.parallax.clusterer.translation.TranslationServerResource;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.IngestArticlesResponse.OutcomeCase;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service over real gRPC, storing into the packaged catalog. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
@WithTestResource(TranslationServerResource.class)
class ClustererEndpointTest {

    @Inject
    Clusterer clusterer;

    @Inject
    @Readiness
    Election election;

    @Inject
    ClustererConfig config;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = OpenService.channel(election);
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void streamsBeyondThoseThereIsRoomForAreRefusedAndTheOthersAreAnswered() {
        ManagedChannel second = ManagedChannelBuilder.forTarget(channel.authority())
                .usePlaintext()
                .build();
        try {
            List<IngestCall> calls = Stream.of(channel, second)
                    .flatMap(way -> IntStream.range(0, config.ingest().streamsMax() / 2 + 5)
                            .mapToObj(_ -> IngestCall.open(way)))
                    .toList();
            await(() -> calls.stream().filter(IngestCall::hasEnded).count() >= 10);

            List<IngestCall> taken =
                    calls.stream().filter(call -> !call.hasEnded()).toList();
            Article report = event(1).getFirst();
            taken.getLast().send(report);
            taken.forEach(IngestCall::complete);
            taken.forEach(IngestCall::awaitEnd);

            assertThat(calls)
                    .filteredOn(call -> call.failure().isPresent())
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(
                            call -> assertThat(call.failure().get().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
            assertThat(taken.getLast().answers())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.hasStored()).isTrue());
        } finally {
            second.shutdownNow();
        }
    }

    @Test
    void reportsOfOneEventBecomeOneStoryAndOthersDoNot() {
        List<Article> bridge = event(3);
        Article lone =
                article(name(), "Snowy owl draws crowds to " + name() + " lighthouse", "Hundreds came to see it.");
        Map<String, String> stories = IngestCall.storyIds(
                channel, Stream.concat(bridge.stream(), Stream.of(lone)).toList());

        Set<String> bridgeStories =
                bridge.stream().map(a -> stories.get(a.getId())).collect(Collectors.toSet());
        assertThat(bridgeStories).hasSize(1).doesNotContain(stories.get(lone.getId()));
        Story story = story(bridgeStories.iterator().next());
        assertThat(story.getArticleCount()).isEqualTo(3);
        assertThat(story.getTitle()).isEqualTo(bridge.getFirst().getTitle());
        assertThat(story.getSummaryList()).hasSize(3);
        assertThat(story.getSummaryList())
                .allSatisfy(point -> assertThat(bridge)
                        .filteredOn(a -> a.getId().equals(point.getArticleId()))
                        .singleElement()
                        .satisfies(cited -> assertThat(cited.getText()).contains(point.getText())));
    }

    @Test
    void aForeignArticleIsStoredWithItsTranslationBesideTheOriginal() {
        Article foreign = article(name(), "Ponto en " + name() + " fermita", "Oni trovis fendojn.").toBuilder()
                .setLanguage("eo")
                .setLead("Fendoj en la kolono.")
                .build();
        String storyId = IngestCall.storyIds(channel, List.of(foreign)).get(foreign.getId());

        Article stored = storyArticles(storyId).getFirst().getArticle();
        assertThat(stored.getTitle()).isEqualTo(foreign.getTitle());
        assertThat(stored.getTranslation())
                .isEqualTo(ArticleTranslation.newBuilder()
                        .setLanguage("en")
                        .setTitle("eo: " + foreign.getTitle())
                        .setLead("eo: Fendoj en la kolono.")
                        .setEngine("LibreTranslate")
                        .build());
    }

    @Test
    void membershipSaysWhy() {
        List<Article> articles = event(2);
        String storyId =
                IngestCall.storyIds(channel, articles).get(articles.getLast().getId());
        StoryArticle joined = storyArticles(storyId).stream()
                .filter(a -> !a.getMembership().getSharedTermsList().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(joined.getMembership().getEvidenceMap())
                .containsOnlyKeys("embedding", "terms", "title", "names", "time");
        assertThat(joined.getMembership().getEvidenceMap().values())
                .allSatisfy(part -> assertThat(part).isBetween(0.5, 1.0));
        assertThat(joined.getMembership().getSimilarity()).isBetween(0.5, 1.0);
        String place = articles.getFirst().getTitle().split("[ :]")[2];
        assertThat(joined.getMembership().getSharedTermsList()).contains(place);
    }

    @Test
    void aRepeatedArticleIsAcknowledgedButNotCountedTwice() {
        List<Article> articles = event(2);
        Map<String, String> first = IngestCall.storyIds(channel, articles);
        long stored = totalArticles();
        List<IngestArticlesResponse> again = IngestCall.ingest(channel, articles);
        assertThat(again).allSatisfy(answer -> {
            assertThat(answer.getStored().getCreated()).isFalse();
            assertThat(answer.getStored().getStoryId()).isEqualTo(first.get(answer.getArticleId()));
        });
        assertThat(again).hasSize(2);
        assertThat(totalArticles()).isEqualTo(stored);
    }

    @Test
    void anArticleTwiceInOneBatchIsAnsweredTwiceAndStoredOnce() {
        Article article = event(1).getFirst();
        long stored = totalArticles();
        assertThat(IngestCall.ingest(channel, List.of(article, article)))
                .extracting(IngestArticlesResponse::getSequence)
                .containsExactlyInAnyOrder(0L, 1L);
        assertThat(totalArticles()).isEqualTo(stored + 1);
    }

    @Test
    void aCorrectedArticleKeepsItsStoryAndItsNewTitleIsShown() {
        Article article = event(1).getFirst();
        String storyId = IngestCall.storyIds(channel, List.of(article)).get(article.getId());
        Article corrected = article.toBuilder()
                .setTitle("Correction: " + article.getTitle())
                .build();
        assertThat(IngestCall.storyIds(channel, List.of(corrected))).containsEntry(article.getId(), storyId);
        assertThat(story(storyId).getTitle()).isEqualTo(corrected.getTitle());
        assertThat(storyArticles(storyId).getFirst().getEarlierTitlesList())
                .extracting(title -> title.getTitle())
                .containsExactly(article.getTitle());
    }

    @Test
    void aWordForWordCopyNamesItsOriginal() {
        Article original = event(1).getFirst();
        String text = original.getText() + " " + original.getText();
        original = at(original.getCanonicalUrl(), original.getTitle(), text);
        Article copy = at("https://copier.example/" + name(), original.getTitle(), text);
        String storyId = IngestCall.storyIds(channel, List.of(original)).get(original.getId());
        assertThat(IngestCall.storyIds(channel, List.of(copy))).containsEntry(copy.getId(), storyId);
        assertThat(storyArticles(storyId))
                .filteredOn(a -> a.getArticle().getId().equals(copy.getId()))
                .extracting(a -> a.getMembership().getCopyOfArticleId())
                .containsExactly(original.getId());
    }

    @Test
    void flawedArticlesAreRefusedWithTheReasonAndTheirNeighborIsStored() {
        Article good = event(1).getFirst();
        List<Article> articles = List.of(
                good.toBuilder().setId("0".repeat(32)).build(),
                at("ftp://outlet.example/" + name(), "A title", ""),
                at("https://outlet.example/" + name(), " ", ""),
                at("https://outlet.example/" + name(), "x".repeat(2_001), ""),
                at("https://outlet.example/" + name(), "A title", "").toBuilder()
                        .clearDiscoverTime()
                        .build(),
                at("https://outlet.example/" + name(), "A title", "").toBuilder()
                        .setPublishTime(Articles.time(Instant.now().plus(Duration.ofDays(3))))
                        .build(),
                good);
        List<IngestArticlesResponse> answers = IngestCall.ingest(channel, articles);
        Map<Long, String> reasons = answers.stream()
                .collect(Collectors.toMap(
                        IngestArticlesResponse::getSequence, a -> a.getRefusal().getReason()));
        assertThat(reasons)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        0L, "ARTICLE_ID_INVALID",
                        1L, "CANONICAL_URL_INVALID",
                        2L, "ARTICLE_EMPTY",
                        3L, "ARTICLE_TOO_LONG",
                        4L, "TIME_INVALID",
                        5L, "TIME_INVALID",
                        6L, ""));
        assertThat(story(answers.getLast().getStored().getStoryId()).getArticleCount())
                .isEqualTo(1);
    }

    @Test
    void whatOnlyTheCatalogFindsWrongIsRefusedAloneToo() {
        List<Article> articles = new ArrayList<>(event(2));
        articles.set(
                0, articles.getFirst().toBuilder().setSection("s".repeat(5_000)).build());
        List<IngestArticlesResponse> answers = IngestCall.ingest(channel, articles);
        assertThat(answers)
                .extracting(IngestArticlesResponse::getSequence, IngestArticlesResponse::getOutcomeCase)
                .containsExactlyInAnyOrder(tuple(0L, OutcomeCase.REFUSAL), tuple(1L, OutcomeCase.STORED));
    }

    @Test
    void aWindowThatIsPutRightKnowsTheStories() {
        List<Article> articles = event(3);
        Map<String, String> before = IngestCall.storyIds(channel, articles.subList(0, 2));
        assertThat(clusterer.putRight()).isEqualTo((int) totalArticles());
        assertThat(IngestCall.storyIds(channel, List.of(articles.getLast())).values())
                .containsExactly(before.get(articles.getFirst().getId()));
    }

    @Test
    void severalStreamsAtOnceStoreEveryArticleOnce() {
        List<List<Article>> events =
                IntStream.range(0, 4).mapToObj(_ -> event(20)).toList();
        long stored = totalArticles();
        List<CompletableFuture<Map<String, String>>> streams = events.stream()
                .map(articles -> CompletableFuture.supplyAsync(() -> IngestCall.storyIds(channel, articles)))
                .toList();
        List<Set<String>> stories = streams.stream()
                .map(CompletableFuture::join)
                .map(byArticle -> Set.copyOf(byArticle.values()))
                .toList();
        assertThat(stories).allSatisfy(ofOneEvent -> assertThat(ofOneEvent).hasSize(1));
        assertThat(stories).doesNotHaveDuplicates();
        assertThat(totalArticles()).isEqualTo(stored + 80);
    }

    @Test
    void aKilledCatalogEndsTheStreamAndAfterARepeatEveryArticleIsThereOnce() {
        List<Article> articles =
                Stream.generate(() -> event(10)).limit(30).flatMap(List::stream).toList();
        long stored = totalArticles();
        IngestCall call = IngestCall.open(channel);
        articles.subList(0, 200).forEach(call::send);
        call.awaitAnswers(32);
        CatalogProcess.current().kill();
        articles.subList(200, 300).forEach(call::send);
        call.awaitEnd();
        assertThat(call.failure())
                .hasValueSatisfying(status -> assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE));
        assertThat(call.answers().size()).isBetween(32, 299);

        CatalogProcess.current().launch();
        Map<String, String> stories = IngestCall.storyIds(channel, articles);
        assertThat(stories).hasSize(300);
        assertThat(totalArticles()).isEqualTo(stored + 300);
        call.answers()
                .forEach(answer ->
                        assertThat(answer.getStored().getStoryId()).isEqualTo(stories.get(answer.getArticleId())));
        stories.values().stream()
                .distinct()
                .forEach(storyId -> assertThat(storyArticles(storyId).stream()
                                .map(a -> a.getArticle().getId()))
                        .doesNotHaveDuplicates()
                        .allSatisfy(id -> assertThat(stories).containsEntry(id, storyId)));
    }

    @Test
    void afterAFailedWriteOnlyWhatIsNotKnownIsReadFromTheCatalog() {
        List<Article> articles = event(50);
        IngestCall.storyIds(channel, articles.subList(0, 45));
        double read = windowRead();
        IngestCall call = IngestCall.open(channel);
        CatalogProcess.current().kill();
        articles.subList(45, 50).forEach(call::send);
        call.awaitEnd();
        CatalogProcess.current().launch();

        assertThat(Set.copyOf(IngestCall.storyIds(channel, articles).values())).hasSize(1);
        assertThat(clusterer.putRight()).isEqualTo((int) totalArticles());
        assertThat(windowRead() - read).isLessThanOrEqualTo(5);
    }

    private static double windowRead() {
        return Metrics.globalRegistry
                .get("parallax.clusterer.window.read")
                .counter()
                .count();
    }

    @Test
    void aSlowCatalogSlowsTheSenderDown() throws InterruptedException {
        String longText = "The bridge stays closed for weeks. ".repeat(2_000);
        IngestCall call = IngestCall.open(channel);
        CatalogProcess.current().freeze();
        int sent = 0;
        try {
            Instant lastSent = Instant.now();
            while (Instant.now().isBefore(lastSent.plusSeconds(4)) && sent < 1_000) {
                if (call.isReady()) {
                    call.send(article(name(), "Bridge closed in " + name(), longText));
                    sent++;
                    lastSent = Instant.now();
                }
                Thread.sleep(1);
            }
            // Three batches and what fits into the buffers of the connection, at 70 KB an article.
            int threeBatches = 3 * config.ingest().batchArticles();
            assertThat(sent).isBetween(threeBatches, threeBatches + 104);
            assertThat(call.answers()).isEmpty();
        } finally {
            CatalogProcess.current().thaw();
        }
        call.complete();
        call.awaitEnd();
        assertThat(call.answers()).hasSize(sent).allMatch(IngestArticlesResponse::hasStored);
    }
}
