package news.parallax.clusterer.ingest;

import static news.parallax.clusterer.ingest.OpenService.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.digest.model.ModelServer;
import news.parallax.clusterer.digest.model.ModelServer.Behavior;
import news.parallax.clusterer.election.Election;
import news.parallax.clusterer.text.ContentHash;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a language model beside it, storing into the packaged catalog. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
@WithTestResource(ModelServerResource.class)
class ModelDigestTest {

    @Inject
    Clusterer clusterer;

    @Inject
    @Readiness
    Election election;

    private ManagedChannel channel;
    private ModelServer model;

    @BeforeEach
    void connect() {
        channel = OpenService.channel(election);
        model = ModelServerResource.current();
        model.behave(Behavior.HONEST);
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void whatTheModelSaysComesLaterAndIsMarked() {
        List<Article> articles = Articles.event(4);
        String story = ingest(articles);
        await(() -> isToldByModel(story));
        assertThat(summary(story)).allSatisfy(point -> {
            assertThat(point.getWrittenByModel()).isEqualTo("m7");
            assertThat(articles)
                    .filteredOn(article -> article.getId().equals(point.getArticleId()))
                    .singleElement()
                    .satisfies(article -> assertThat(article.getText()).contains(point.getText()));
        });
    }

    @Test
    void whatALyingModelSaysDoesNot() {
        model.behave(Behavior.INVENTS_NAMES);
        List<Article> articles = Articles.event(4);
        String liedAbout = ingest(articles);
        List<SummaryPoint> before = summary(liedAbout);
        awaitRequestAbout(articles);
        model.behave(Behavior.HONEST);
        String next = ingest(Articles.event(4));
        await(() -> isToldByModel(next));

        assertThat(before).hasSize(3);
        assertThat(summary(liedAbout)).isEqualTo(before);
    }

    @Test
    void articlesAreStoredThoughTheModelDoesNotAnswer() {
        model.behave(Behavior.DRIPPING);
        List<Article> articles = Articles.event(4);
        ingest(articles);
        awaitRequestAbout(articles);

        String next = ingest(Articles.event(4));
        assertThat(summary(next)).hasSize(3);
    }

    @Test
    void aGrowingStoryKeepsWhatTheModelSaidAlsoAfterARestart() {
        List<Article> articles = Articles.event(5);
        String story = ingest(articles.subList(0, 3));
        await(() -> isToldByModel(story));
        List<SummaryPoint> told = summary(story);

        assertThat(ingest(articles.subList(3, 4))).isEqualTo(story);
        assertThat(summary(story)).isEqualTo(told);
        model.behave(Behavior.UNAUTHORIZED);
        clusterer.putRight();
        assertThat(ingest(articles.subList(4, 5))).isEqualTo(story);
        assertThat(summary(story)).isEqualTo(told);
    }

    @Test
    void whatTheModelSaidOfAnArticleGoesWhenItsOutletChangesIt() {
        List<Article> articles = Articles.event(3);
        String story = ingest(articles);
        await(() -> isToldByModel(story));
        String cited = summary(story).getFirst().getArticleId();
        model.behave(Behavior.UNAUTHORIZED);

        Article article = articles.stream()
                .filter(one -> one.getId().equals(cited))
                .findFirst()
                .orElseThrow();
        String text = article.getText().replace("People", "Nobody");
        ingest(List.of(article.toBuilder()
                .setText(text)
                .setContentHash(ContentHash.of(text))
                .setDiscoverTime(Articles.time(Instant.parse("2026-03-02T07:00:00Z")))
                .build()));

        assertThat(summary(story)).extracting(SummaryPoint::getArticleId).isNotEmpty();
        assertThat(summary(story))
                .filteredOn(point -> point.getArticleId().equals(cited))
                .allSatisfy(point -> assertThat(point.getWrittenByModel()).isEmpty());
    }

    /** Returns the story of the last article. */
    private String ingest(List<Article> articles) {
        return IngestCall.ingest(channel, articles).getLast().getStored().getStoryId();
    }

    private List<SummaryPoint> summary(String storyId) {
        return StoredStories.story(storyId).getSummaryList();
    }

    private boolean isToldByModel(String storyId) {
        return summary(storyId).stream()
                .anyMatch(point -> !point.getWrittenByModel().isEmpty());
    }

    /** Stories of other tests may still be waiting for the model. */
    private void awaitRequestAbout(List<Article> articles) {
        String opening = articles.getFirst().getText().substring(0, 30);
        await(() ->
                model.requests().stream().anyMatch(request -> request.toString().contains(opening)));
    }
}
