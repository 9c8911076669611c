package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.assertSameCoverage;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.move;
import static news.parallax.catalog.story.StoryChanges.rateThree;
import static news.parallax.catalog.story.StoryChanges.sorted;
import static news.parallax.catalog.story.StoryChanges.storyOf;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MoveArticlesTest {
    @Test
    void articlesGoFromWhereverTheyAreToTheStory() {
        String target = storyId("move target");
        String first = storyId("move first");
        String second = storyId("move second");
        record(
                record(target, "https://move.example/t"),
                record(first, "https://move.example/1a"),
                record(first, "https://move.example/1b"),
                record(second, "https://move.example/2a"),
                record(second, "https://move.example/2b"));

        Story answer = move(target, "https://move.example/t", "https://move.example/1a", "https://move.example/2a");

        assertThat(answer).isEqualTo(story(target));
        assertThat(urls(target))
                .containsExactlyInAnyOrder(
                        "https://move.example/t", "https://move.example/1a", "https://move.example/2a");
        assertThat(urls(first)).containsExactly("https://move.example/1b");
        assertThat(urls(second)).containsExactly("https://move.example/2b");
        assertThat(story(first).getTitle()).isEqualTo("Title of https://move.example/1b");
        StoryEvent event = events(target).getFirst();
        assertThat(event.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_ARTICLES_MOVED);
        assertThat(event.getArticleIdsList())
                .containsExactlyElementsOf(sorted("https://move.example/1a", "https://move.example/2a"));
        assertThat(events(first)).containsExactly(event);
        assertThat(events(second)).containsExactly(event);
    }

    @Test
    void movingTwiceIsMovingOnce() {
        String target = storyId("move twice");
        String origin = storyId("move twice, from");
        String url = "https://move-twice.example/b";
        record(
                record(target, "https://move-twice.example/a"),
                record(origin, url),
                record(origin, "https://move-twice.example/c"));

        Story first = move(target, url);

        assertThat(move(target, url)).isEqualTo(first);
        assertThat(events(target)).hasSize(1);
    }

    @Test
    void coverageOfBothIsThatOfFreshStoriesOfTheSameArticles() {
        rateThree("moved");
        String target = storyId("moved coverage");
        String origin = storyId("moved coverage, from");
        record(
                record(target, "https://moved-l.example/1"),
                record(origin, "https://moved-c.example/1"),
                record(origin, "https://moved-r.example/1"));
        String freshTarget = storyId("moved coverage, fresh");
        String freshOrigin = storyId("moved coverage, fresh from");
        record(
                record(freshTarget, "https://moved-l.example/2"),
                record(freshTarget, "https://moved-r.example/2"),
                record(freshOrigin, "https://moved-c.example/2"));

        move(target, "https://moved-r.example/1");

        assertSameCoverage(target, freshTarget);
        assertSameCoverage(origin, freshOrigin);
    }

    @Test
    void aStoryThatIsLeftWithoutArticlesIsMergedIntoTheTarget() {
        String target = storyId("emptying");
        String origin = storyId("emptied");
        record(
                record(target, "https://emptying.example/a"),
                record(origin, "https://emptied.example/a"),
                record(origin, "https://emptied.example/b"));

        move(target, "https://emptied.example/a", "https://emptied.example/b");

        assertThat(story(origin)).isEqualTo(story(target));
        assertThat(story(target).getArticleCount()).isEqualTo(3);
        assertThat(record(record(origin, "https://emptied.example/late")))
                .extracting(ArticleReceipt::getStoryId)
                .containsExactly(target);
        assertThat(events(origin))
                .extracting(StoryEvent::getKind, StoryEvent::getStoryId, StoryEvent::getArticleCount)
                .containsExactly(
                        tuple(StoryEventKind.STORY_EVENT_KIND_MERGED, target, 0),
                        tuple(StoryEventKind.STORY_EVENT_KIND_ARTICLES_MOVED, target, 2));
        assertThat(events(target)).isEqualTo(events(origin));
    }

    @Test
    void anUnknownArticleOrStoryKeepsAllWhereItIs() {
        String target = storyId("move unknown");
        String origin = storyId("move unknown, from");
        String url = "https://move-unknown.example/b";
        record(record(target, "https://move-unknown.example/a"), record(origin, url));

        ErrorInfo refusal = refusal(Code.NOT_FOUND, () -> move(target, url, "https://move-unknown.example/never"));
        assertThat(refusal.getReason()).isEqualTo("ARTICLE_NOT_FOUND");
        assertThat(refusal.getMetadataMap())
                .containsEntry("article_id", articleId("https://move-unknown.example/never"));
        assertThat(refusal(Code.NOT_FOUND, () -> move(storyId("move nowhere"), url))
                        .getReason())
                .isEqualTo("STORY_NOT_FOUND");
        assertThat(storyOf(url)).isEqualTo(origin);
        assertThat(events(origin)).isEmpty();
    }
}
