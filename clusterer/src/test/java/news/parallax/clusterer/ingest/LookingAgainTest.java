package news.parallax.clusterer.ingest;

import static news.parallax.clusterer.ingest.Articles.at;
import static news.parallax.clusterer.ingest.Articles.event;
import static news.parallax.clusterer.ingest.Articles.name;
import static news.parallax.clusterer.ingest.StoredStories.articleIds;
import static news.parallax.clusterer.ingest.StoredStories.copyOf;
import static news.parallax.clusterer.ingest.StoredStories.events;
import static news.parallax.clusterer.ingest.StoredStories.explanation;
import static news.parallax.clusterer.ingest.StoredStories.story;
import static news.parallax.clusterer.ingest.StoredStories.storyArticles;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.election.Election;
import news.parallax.clusterer.translation.TranslationServerResource;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of stories when they are looked at again, and of what editors decided about them; over real gRPC, in the
 * packaged catalog.
 */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
@WithTestResource(TranslationServerResource.class)
class LookingAgainTest {

    @Inject
    Clusterer clusterer;

    @Inject
    @Readiness
    Election election;

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
    void anExplanationNamesTheNearestArticleAndTheFoundersNone() {
        List<Article> articles = event(2);
        IngestCall.storyIds(channel, articles);
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
        String largeId =
                IngestCall.storyIds(channel, large).get(large.getFirst().getId());
        String smallId =
                IngestCall.storyIds(channel, small).get(small.getFirst().getId());
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
        String storyId = IngestCall.storyIds(channel, List.of(first)).get(first.getId());
        IngestCall.storyIds(channel, List.of(second));
        IngestCall.storyIds(channel, List.of(own));
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
        String storyId =
                IngestCall.storyIds(channel, articles).get(articles.getFirst().getId());
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
        String largeId =
                IngestCall.storyIds(channel, large).get(large.getFirst().getId());
        String smallId =
                IngestCall.storyIds(channel, small).get(small.getFirst().getId());
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
        String storyId = IngestCall.storyIds(channel, articles.subList(0, 3))
                .get(articles.getFirst().getId());
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
        IngestCall.storyIds(channel, articles.subList(3, 6));
        lookAgain();
        IngestCall.storyIds(channel, articles.subList(6, 9));
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
        String largeId = IngestCall.storyIds(channel, large.subList(0, 5))
                .get(large.getFirst().getId());
        String smallId = IngestCall.storyIds(channel, small.subList(0, 3))
                .get(small.getFirst().getId());
        CatalogProcess.current()
                .stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(largeId)
                        .addMergedStoryIds(smallId)
                        .setActor("editor")
                        .build());
        lookAgain();
        IngestCall.storyIds(
                channel,
                Stream.concat(small.subList(3, 5).stream(), Stream.of(large.getLast()))
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
        String fromId = IngestCall.storyIds(channel, from).get(from.getFirst().getId());
        String toId = IngestCall.storyIds(channel, to).get(to.getFirst().getId());
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

    /** Does at once what the rhythms would do; returns how many changes were made. */
    private int lookAgain() {
        int changes = clusterer.consolidate();
        while (clusterer.explainWaiting()) {}
        while (clusterer.tellWaiting()) {}
        return changes;
    }
}
