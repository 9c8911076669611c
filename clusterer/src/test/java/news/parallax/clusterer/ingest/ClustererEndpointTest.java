package news.parallax.clusterer.ingest;

import static news.parallax.clusterer.ingest.Articles.article;
import static news.parallax.clusterer.ingest.Articles.at;
import static news.parallax.clusterer.ingest.Articles.event;
import static news.parallax.clusterer.ingest.Articles.name;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.election.Election;
import news.parallax.clusterer.translation.TranslationServerResource;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.IngestArticlesResponse.OutcomeCase;
import org.eclipse.microprofile.config.ConfigProvider;
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
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        await(election::isHeld);
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
        Map<String, String> stories =
                ingest(Stream.concat(bridge.stream(), Stream.of(lone)).toList());

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
        String storyId = ingest(List.of(foreign)).get(foreign.getId());

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
        String storyId = ingest(articles).get(articles.getLast().getId());
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
    void anExplanationNamesTheNearestArticleAndTheFoundersNone() {
        List<Article> articles = event(2);
        ingest(articles);
        MembershipExplanation founder = explanation(articles.getFirst());
        assertThat(founder.getFounder()).isTrue();
        assertThat(founder.getNearestList()).isEmpty();
        MembershipExplanation joined = explanation(articles.getLast());
        assertThat(joined.getFounder()).isFalse();
        assertThat(joined.getThreshold()).isEqualTo(0.5);
        assertThat(joined.getComparedCount()).isEqualTo(1);
        assertThat(joined.getNearestList()).singleElement().satisfies(nearest -> {
            assertThat(nearest.getArticleId()).isEqualTo(articles.getFirst().getId());
            assertThat(nearest.getTitle()).isEqualTo(articles.getFirst().getTitle());
            assertThat(nearest.getProbability()).isBetween(0.5, 1.0);
            assertThat(nearest.getSharedNamesList()).isNotEmpty();
        });

        lookAgain();
        assertThat(explanation(articles.getFirst()).getNearestList())
                .as("its story has doubled")
                .extracting(NearestArticle::getArticleId)
                .containsExactly(articles.getLast().getId());
    }

    @Test
    void afterASplitTheExplanationsAreTheNewOnes() {
        List<Article> large = event(5);
        List<Article> small = event(3);
        String largeId = ingest(large).get(large.getFirst().getId());
        String smallId = ingest(small).get(small.getFirst().getId());
        CatalogProcess.current()
                .stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(largeId)
                        .addArticleIds(small.getLast().getId())
                        .build());
        assertThat(explanation(small.getLast()).getOutdated()).isTrue();
        clusterer.putRight();

        lookAgain();

        assertThat(storyArticles(smallId)).hasSize(3);
        MembershipExplanation anew = explanation(small.getLast());
        assertThat(anew.getOutdated()).isFalse();
        assertThat(anew.getNearestList())
                .extracting(NearestArticle::getArticleId)
                .containsExactlyInAnyOrder(small.get(0).getId(), small.get(1).getId());
        assertThat(anew.getNearestList()).extracting(NearestArticle::getStoryId).containsOnly(smallId);
    }

    @Test
    void anAgencysOwnReportThatComesAfterItsCopiesBecomesTheirOriginal() {
        Article model = event(1).getFirst();
        String text = "LONDON (Reuters) - " + model.getText() + " " + model.getText();
        Article first = at("https://first.example/" + name(), model.getTitle(), text);
        Article second = at("https://second.example/" + name(), model.getTitle(), text);
        Article own = at("https://www.reuters.com/" + name(), model.getTitle(), text);
        String storyId = ingest(List.of(first)).get(first.getId());
        ingest(List.of(second));
        ingest(List.of(own));
        assertThat(copyOf(storyId, second)).isEqualTo(first.getId());

        lookAgain();

        assertThat(copyOf(storyId, own)).isEmpty();
        assertThat(copyOf(storyId, first)).isEqualTo(own.getId());
        assertThat(copyOf(storyId, second)).isEqualTo(own.getId());
        assertThat(story(storyId).getCoverage().getIndependent().getTotalSources())
                .isEqualTo(1);
    }

    @Test
    void anArticleThatFellApartFromItsStoryComesBackAndItsIdStandsForTheStory() {
        List<Article> articles = event(4);
        String storyId = ingest(articles).get(articles.getFirst().getId());
        String apartId = "%020x".formatted(articles.getLast().getId().hashCode() & 0xffffffffL);
        CatalogProcess.current()
                .stories()
                .splitStory(SplitStoryRequest.newBuilder()
                        .setStoryId(storyId)
                        .setNewStoryId(apartId)
                        .addArticleIds(articles.getLast().getId())
                        .build());
        clusterer.putRight();

        lookAgain();

        assertThat(story(storyId).getArticleCount()).isEqualTo(4);
        assertThat(story(apartId).getId()).isEqualTo(storyId);
        StoryEvent merged = events(storyId).getFirst();
        assertThat(merged.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_MERGED);
        assertThat(merged.getOtherStoryIdsList()).containsExactly(apartId);
        assertThat(merged.getArticleIdsList())
                .containsExactly(articles.getLast().getId());
        assertThat(merged.getReason()).startsWith("mean probability of one event");
        assertThat(lookAgain()).isZero();
    }

    @Test
    void anEventThatWasMergedIntoAnotherIsPartedUnderANewIdAndItsOldOneStaysWhereItPoints() {
        List<Article> large = event(5);
        List<Article> small = event(3);
        String largeId = ingest(large).get(large.getFirst().getId());
        String smallId = ingest(small).get(small.getFirst().getId());
        assertThat(smallId).isNotEqualTo(largeId);
        CatalogProcess.current()
                .stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(largeId)
                        .addMergedStoryIds(smallId)
                        .build());
        clusterer.putRight();

        lookAgain();

        assertThat(storyArticles(largeId))
                .extracting(article -> article.getArticle().getId())
                .containsExactlyInAnyOrderElementsOf(
                        large.stream().map(Article::getId).toList());
        assertThat(story(smallId).getId()).isEqualTo(largeId);
        StoryEvent split = events(largeId).getFirst();
        assertThat(split.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_SPLIT);
        assertThat(storyArticles(split.getOtherStoryIds(0)))
                .extracting(article -> article.getArticle().getId())
                .containsExactlyInAnyOrderElementsOf(
                        small.stream().map(Article::getId).toList());
    }

    @Test
    void whatAnEditorSplitStaysSplitThoughMoreOfTheSameComes() {
        List<Article> articles = event(9);
        String storyId = ingest(articles.subList(0, 3)).get(articles.getFirst().getId());
        String apartId = "%020x".formatted(articles.get(2).getId().hashCode() & 0xffffffffL);
        CatalogProcess.current()
                .stories()
                .splitStory(SplitStoryRequest.newBuilder()
                        .setStoryId(storyId)
                        .setNewStoryId(apartId)
                        .addArticleIds(articles.get(2).getId())
                        .setActor("editor")
                        .build());
        lookAgain();
        ingest(articles.subList(3, 6));
        lookAgain();
        ingest(articles.subList(6, 9));
        clusterer.putRight();
        lookAgain();

        assertThat(story(apartId).getId()).isEqualTo(apartId);
        assertThat(articleIds(apartId)).contains(articles.get(2).getId());
        assertThat(articleIds(storyId))
                .contains(articles.get(0).getId(), articles.get(1).getId());
        assertThat(events(storyId)).extracting(StoryEvent::getActor).last().isEqualTo("editor");
    }

    @Test
    void whatAnEditorMergedStaysOneStoryThoughItIsTwoEvents() {
        List<Article> large = event(6);
        List<Article> small = event(5);
        String largeId = ingest(large.subList(0, 5)).get(large.getFirst().getId());
        String smallId = ingest(small.subList(0, 3)).get(small.getFirst().getId());
        CatalogProcess.current()
                .stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(largeId)
                        .addMergedStoryIds(smallId)
                        .setActor("editor")
                        .build());
        lookAgain();
        ingest(Stream.concat(small.subList(3, 5).stream(), Stream.of(large.getLast()))
                .toList());
        lookAgain();

        assertThat(articleIds(largeId))
                .containsAll(Stream.concat(large.subList(0, 5).stream(), small.subList(0, 3).stream())
                        .map(Article::getId)
                        .toList());
        assertThat(story(smallId).getId()).isEqualTo(largeId);
    }

    @Test
    void anArticleThatAnEditorMovedIsCitedByItsNewStoryWithoutAReadBack() {
        List<Article> from = event(3);
        List<Article> to = event(1);
        String fromId = ingest(from).get(from.getFirst().getId());
        String toId = ingest(to).get(to.getFirst().getId());
        CatalogProcess.current()
                .stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(toId)
                        .addArticleIds(from.getLast().getId())
                        .setActor("editor")
                        .build());

        lookAgain();

        assertThat(story(toId).getSummaryList())
                .extracting(SummaryPoint::getArticleId)
                .contains(from.getLast().getId());
        assertThat(story(fromId).getSummaryList())
                .extracting(SummaryPoint::getArticleId)
                .doesNotContain(from.getLast().getId());
    }

    @Test
    void aRepeatedArticleIsAcknowledgedButNotCountedTwice() {
        List<Article> articles = event(2);
        Map<String, String> first = ingest(articles);
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
        String storyId = ingest(List.of(article)).get(article.getId());
        Article corrected = article.toBuilder()
                .setTitle("Correction: " + article.getTitle())
                .build();
        assertThat(ingest(List.of(corrected))).containsEntry(article.getId(), storyId);
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
        String storyId = ingest(List.of(original)).get(original.getId());
        assertThat(ingest(List.of(copy))).containsEntry(copy.getId(), storyId);
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
        Map<String, String> before = ingest(articles.subList(0, 2));
        assertThat(clusterer.putRight()).isEqualTo((int) totalArticles());
        assertThat(ingest(List.of(articles.getLast())).values())
                .containsExactly(before.get(articles.getFirst().getId()));
    }

    @Test
    void severalStreamsAtOnceStoreEveryArticleOnce() {
        List<List<Article>> events =
                IntStream.range(0, 4).mapToObj(_ -> event(20)).toList();
        long stored = totalArticles();
        List<CompletableFuture<Map<String, String>>> streams = events.stream()
                .map(articles -> CompletableFuture.supplyAsync(() -> ingest(articles)))
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
        Map<String, String> stories = ingest(articles);
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
        ingest(articles.subList(0, 45));
        double read = windowRead();
        IngestCall call = IngestCall.open(channel);
        CatalogProcess.current().kill();
        articles.subList(45, 50).forEach(call::send);
        call.awaitEnd();
        CatalogProcess.current().launch();

        assertThat(Set.copyOf(ingest(articles).values())).hasSize(1);
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

    /** Does at once what the rhythms would do; returns how many changes were made. */
    private int lookAgain() {
        int changes = clusterer.consolidate();
        while (clusterer.explainWaiting()) {}
        while (clusterer.tellWaiting()) {}
        return changes;
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    /** Returns each article's story; all must be stored. */
    private Map<String, String> ingest(List<Article> articles) {
        return IngestCall.ingest(channel, articles).stream()
                .collect(Collectors.toMap(IngestArticlesResponse::getArticleId, answer -> {
                    assertThat(answer.getOutcomeCase()).isEqualTo(OutcomeCase.STORED);
                    return answer.getStored().getStoryId();
                }));
    }

    private static long totalArticles() {
        return CatalogProcess.current()
                .stories()
                .getTotals(GetTotalsRequest.getDefaultInstance())
                .getArticleCount();
    }

    private static Story story(String id) {
        return CatalogProcess.current()
                .stories()
                .getStory(GetStoryRequest.newBuilder().setStoryId(id).build())
                .getStory();
    }

    private static List<StoryEvent> events(String storyId) {
        return CatalogProcess.current()
                .stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(storyId).build())
                .getEventsList();
    }

    private static List<String> articleIds(String storyId) {
        return storyArticles(storyId).stream()
                .map(article -> article.getArticle().getId())
                .toList();
    }

    private static MembershipExplanation explanation(Article article) {
        return CatalogProcess.current()
                .stories()
                .getMemberships(GetMembershipsRequest.newBuilder()
                        .addArticleIds(article.getId())
                        .build())
                .getMemberships(0)
                .getMembership()
                .getExplanation();
    }

    private static String copyOf(String storyId, Article article) {
        return storyArticles(storyId).stream()
                .filter(listed -> listed.getArticle().getId().equals(article.getId()))
                .findFirst()
                .orElseThrow()
                .getMembership()
                .getCopyOfArticleId();
    }

    private static List<StoryArticle> storyArticles(String storyId) {
        return CatalogProcess.current()
                .stories()
                .listStoryArticles(ListStoryArticlesRequest.newBuilder()
                        .setStoryId(storyId)
                        .setPageSize(200)
                        .build())
                .getArticlesList();
    }
}
