package news.parallax.catalog.keeping;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.search.Indexed;
import news.parallax.catalog.story.ArticleRemoval;
import news.parallax.catalog.story.ArticleRemoval.Progress;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ArticleRemovalTest {
    private static final LocalDate THEN = LocalDate.of(2001, 5, 1);

    @Inject
    Months months;

    @Inject
    WriterTurn turn;

    @Inject
    ArticleRemoval removal;

    @Test
    void aStoryWhoseArticlesAreGoneIsWhatItWas() {
        Story before = ended("kept counts");
        Coverage covered = coverage(before.getId());

        removeAll();

        assertThat(articles(before.getId())).isEmpty();
        assertThat(months.ask("select id from article where canonical_url like 'https://kept-counts%'"))
                .isEmpty();
        assertThat(months.ask("select article_id from article_text where text like '%https://kept-counts%'"))
                .isEmpty();
        Story after = story(before.getId());
        assertThat(after)
                .isEqualTo(
                        before.toBuilder().clearSummary().clearTitleLanguage().build());
        assertThat(after.getArticleCount()).isEqualTo(4);
        assertThat(after.getCoverage().getAll().getTotalSources()).isEqualTo(3);
        assertThat(after.getCoverage().getIndependent().getTotalSources()).isEqualTo(2);
        assertThat(coverage(before.getId()).getAll()).isEqualTo(covered.getAll());
    }

    @Test
    void aStoryIsKeptWholeAsLongAsOneOfItsArticlesIs() {
        String id = ended("goes on").getId();
        record(record(id, "https://goes-on-d.example/1"));

        removeAll();

        assertThat(articles(id)).hasSize(5);
    }

    @Test
    void anArticleThatIsSentAgainIsNotCountedAgain() {
        String id = ended("sent again").getId();
        removeAll();

        ArticleReceipt receipt = stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(storyId("another"), "https://sent-again-a.example/1"))
                        .addStories(digest(id, "https://sent-again-a.example/1"))
                        .build())
                .getReceipts(0);

        assertThat(receipt)
                .isEqualTo(ArticleReceipt.newBuilder()
                        .setArticleId(articleId("https://sent-again-a.example/1"))
                        .setStoryId(id)
                        .build());
        assertThat(story(id).getArticleCount()).isEqualTo(4);
        assertThat(articles(id)).isEmpty();
    }

    @Test
    void whatComesLaterIsCountedWithWhatIsGone() {
        String id = ended("comes later").getId();
        removeAll();

        record(record(id, "https://comes-later-a.example/late"), record(id, "https://comes-later-d.example/late"));

        Story story = story(id);
        assertThat(story.getArticleCount()).isEqualTo(6);
        assertThat(story.getCoverage().getAll().getTotalSources()).isEqualTo(4);
        assertThat(story.getCoverage().getIndependent().getTotalSources()).isEqualTo(3);

        months.letStoryCome(id, THEN.plusMonths(1));
        removeAll();
        importRatings(rating("comes-later-b.example", "rater", Bias.BIAS_LEFT));

        assertThat(story(id).getArticleCount()).isEqualTo(6);
        assertThat(story(id).getCoverage().getAll().getLeftPercent()).isEqualTo(100);
    }

    @Test
    void aStoryIsStillFoundWhenItsSourcesAreRatedAnew() {
        String id = ended("stillfound").getId();
        Indexed.await();
        assertThat(Indexed.find("stillfound-a.example")).containsExactly(id);
        removeAll();

        importRatings(rating("stillfound-a.example", "rater", Bias.BIAS_RIGHT));
        Indexed.await();

        assertThat(Indexed.find("stillfound-a.example")).containsExactly(id);
        assertThat(story(id).getCoverage().getAll().getRightPercent()).isEqualTo(100);
    }

    @Test
    void aMergeIsRefusedWhoseUndoCouldNotBringTheArticlesBack() {
        String gone = ended("merges not").getId();
        removeAll();
        String other = storyId("merges with none");
        record(record(other, "https://merges-with-none.example/1"));

        assertThat(refusal(Code.FAILED_PRECONDITION, () -> merge(other, gone)).getReason())
                .isEqualTo("STORY_ARTICLES_REMOVED");
        assertThat(story(other).getArticleCount()).isEqualTo(1);
    }

    @Test
    void whatWasMergedStaysMergedAndCannotBeUndone() {
        String target = ended("merged long ago").getId();
        String merged = storyId("merged into it");
        record(record(merged, "https://merged-into-it.example/1"));
        merge(target, merged);
        months.letStoryCome(target, THEN);
        removeAll();

        assertThat(story(merged).getId()).isEqualTo(target);
        assertThat(story(target).getArticleCount()).isEqualTo(5);

        String event = stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(target).build())
                .getEvents(0)
                .getId();
        refusal(
                Code.FAILED_PRECONDITION,
                () -> stories()
                        .undoStoryEvent(UndoStoryEventRequest.newBuilder()
                                .setEventId(event)
                                .setActor("editor")
                                .setReason("too late")
                                .build()));
        assertThat(story(target).getArticleCount()).isEqualTo(5);
    }

    /** Returns a story of four articles by three outlets, one of them by a copy, that came in the same month. */
    private Story ended(String name) {
        String id = storyId(name);
        String host = name.replace(' ', '-');
        String first = "https://%s-a.example/1".formatted(host);
        String original = "https://%s-b.example/1".formatted(host);
        stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(id, first))
                        .addArticles(record(id, "https://%s-a.example/2".formatted(host)))
                        .addArticles(record(id, original))
                        .addArticles(copy(record(id, "https://%s-c.example/1".formatted(host)), original))
                        .addStories(digest(id, first, original))
                        .build());
        months.letStoryCome(id, THEN);
        return story(id);
    }

    /** Looks at two articles a turn, so that stories reach over its ends. */
    private void removeAll() {
        Progress progress = Progress.NONE;
        while (!progress.done()) {
            Progress last = progress;
            progress = turn.take(() -> removal.removeNext(last, THEN.plusYears(1), 2));
        }
    }

    private static Coverage coverage(String storyId) {
        return stories()
                .getCoverage(GetCoverageRequest.newBuilder().setStoryId(storyId).build())
                .getCoverage();
    }

    private static Story merge(String storyId, String mergedId) {
        return stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(storyId)
                        .addMergedStoryIds(mergedId)
                        .setActor("editor")
                        .setReason("one event")
                        .build())
                .getStory();
    }
}
