package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static news.parallax.catalog.story.StoryChanges.assertSameCoverage;
import static news.parallax.catalog.story.StoryChanges.copyOf;
import static news.parallax.catalog.story.StoryChanges.coverage;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.rateThree;
import static news.parallax.catalog.story.StoryChanges.split;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.SplitStoryResponse;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.SummaryPoint;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SplitStoryTest {
    @Test
    void theNamedArticlesAreANewStoryAndTheOthersStay() {
        String old = storyId("split old");
        String made = storyId("split new");
        record(
                record(old, "https://split-1.example/a"),
                record(old, "https://split-1.example/b"),
                record(old, "https://split-2.example/a"));

        SplitStoryResponse answer = split(old, made, "https://split-1.example/b", "https://split-2.example/a");

        assertThat(answer.getNewStory()).isEqualTo(story(made));
        assertThat(answer.getStory()).isEqualTo(story(old));
        assertThat(answer.getNewStory().getId()).isEqualTo(made);
        assertThat(answer.getNewStory().getArticleCount()).isEqualTo(2);
        assertThat(answer.getStory().getId()).isEqualTo(old);
        assertThat(answer.getStory().getArticleCount()).isEqualTo(1);
        assertThat(urls(made)).containsExactlyInAnyOrder("https://split-1.example/b", "https://split-2.example/a");
        assertThat(urls(old)).containsExactly("https://split-1.example/a");
        assertThat(coverage(old).getAll().getTotalSources()).isEqualTo(1);
        assertThat(coverage(made).getAll().getTotalSources()).isEqualTo(2);
    }

    @Test
    void aHeadlineThatLeavesIsReplacedByTheTitleOfTheEarliestArticle() {
        String old = storyId("headline leaves");
        String made = storyId("headline comes");
        String leaves = "https://headline.example/leaves";
        String late = "https://headline.example/late";
        String early = "https://headline.example/early";
        stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(old, leaves))
                        .addArticles(record(old, late))
                        .addArticles(record(
                                old,
                                article(early).toBuilder()
                                        .setPublishTime(timestamp(NOON.minusSeconds(3600)))
                                        .build()))
                        .addStories(digest(old, leaves, leaves, late))
                        .build());

        SplitStoryResponse answer = split(old, made, leaves);

        assertThat(answer.getStory().getTitle()).isEqualTo("Title of " + early);
        assertThat(answer.getStory().getTitleArticleId()).isEqualTo(articleId(early));
        assertThat(answer.getStory().getSummaryList())
                .extracting(SummaryPoint::getArticleId)
                .containsExactly(articleId(late));
        assertThat(answer.getNewStory().getTitle()).isEqualTo("Title of " + leaves);
        assertThat(answer.getNewStory().getSummaryList()).isEmpty();
    }

    @Test
    void coverageOfBothIsThatOfFreshStoriesOfTheSameArticles() {
        rateThree("parted");
        String old = storyId("parted");
        String made = storyId("parted, new");
        String original = "https://parted-l.example/";
        record(
                record(old, original + 1),
                record(old, "https://parted-l.example/again"),
                copy(record(old, "https://parted-c.example/1"), original + 1),
                copy(record(old, "https://parted-r.example/1"), original + 1));
        String freshOld = storyId("parted, fresh");
        String freshMade = storyId("parted, fresh new");
        record(record(freshOld, original + 2), record(freshOld, "https://parted-l.example/again-2"));
        String first = Stream.of("https://parted-c.example/1", "https://parted-r.example/1")
                        .min((one, other) -> articleId(one).compareTo(articleId(other)))
                        .orElseThrow()
                        .contains("-c.")
                ? "c"
                : "r";
        String second = first.equals("c") ? "r" : "c";
        record(
                record(freshMade, "https://parted-%s.example/2".formatted(first)),
                copy(
                        record(freshMade, "https://parted-%s.example/2".formatted(second)),
                        "https://parted-%s.example/2".formatted(first)));

        split(old, made, "https://parted-c.example/1", "https://parted-r.example/1");

        assertSameCoverage(old, freshOld);
        assertSameCoverage(made, freshMade);
    }

    @Test
    void theEarliestCopyStandsForAnOriginalThatIsElsewhereUntilTheyAreTogetherAgain() {
        String old = storyId("copies part");
        String made = storyId("copies part, new");
        String original = "https://parting-wire.example/original";
        String early = "https://parting-1.example/copy";
        String late = "https://parting-2.example/copy";
        record(
                record(old, original),
                record(old, "https://parting-wire.example/other"),
                copy(record(old, late), original),
                copy(
                        record(
                                old,
                                article(early).toBuilder()
                                        .setPublishTime(timestamp(NOON.minusSeconds(60)))
                                        .build()),
                        original));

        split(old, made, early, late);
        assertThat(copyOf(made, early)).isEmpty();
        assertThat(copyOf(made, late)).isEqualTo(articleId(early));
        assertThat(coverage(made).getIndependent().getTotalSources()).isEqualTo(1);

        merge(old, made);
        assertThat(copyOf(old, early)).isEqualTo(articleId(original));
        assertThat(copyOf(old, late)).isEqualTo(articleId(original));
        assertThat(coverage(old).getIndependent().getTotalSources()).isEqualTo(1);
        assertThat(coverage(old).getAll().getTotalSources()).isEqualTo(3);
    }

    @Test
    void splittingTwiceIsSplittingOnce() {
        String old = storyId("split twice");
        String made = storyId("split twice, new");
        String leaves = "https://split-twice.example/b";
        record(record(old, "https://split-twice.example/a"), record(old, leaves));

        SplitStoryResponse first = split(old, made, leaves);

        assertThat(split(old, made, leaves, leaves)).isEqualTo(first);
        assertThat(events(old)).hasSize(1);
        assertThat(events(made)).isEqualTo(events(old));
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        String old = storyId("taken from");
        String made = storyId("taken by split");
        String recorded = storyId("taken by record");
        record(
                record(old, "https://taken.example/a"),
                record(old, "https://taken.example/b"),
                record(old, "https://taken.example/c"),
                record(recorded, "https://taken.example/d"));
        split(old, made, "https://taken.example/b");

        ErrorInfo refusal = refusal(Code.ALREADY_EXISTS, () -> split(old, made, "https://taken.example/c"));
        assertThat(refusal.getReason()).isEqualTo("STORY_EXISTS");
        assertThat(refusal.getMetadataMap()).containsEntry("new_story_id", made);
        assertThat(refusal(Code.ALREADY_EXISTS, () -> split(old, recorded, "https://taken.example/c"))
                        .getReason())
                .isEqualTo("STORY_EXISTS");
        assertThat(refusal(Code.ALREADY_EXISTS, () -> split(recorded, made, "https://taken.example/b"))
                        .getReason())
                .isEqualTo("STORY_EXISTS");
        assertThat(story(old).getArticleCount()).isEqualTo(2);
        assertThat(story(made).getArticleCount()).isEqualTo(1);
    }

    @Test
    void anArticleOfAnotherStoryIsNamedInTheRefusalAndNothingIsSplit() {
        String old = storyId("strangers");
        String made = storyId("strangers, new");
        record(
                record(old, "https://strangers.example/a"),
                record(old, "https://strangers.example/b"),
                record(storyId("strangers, elsewhere"), "https://strangers.example/c"));

        ErrorInfo refusal = refusal(
                Code.FAILED_PRECONDITION,
                () -> split(
                        old,
                        made,
                        "https://strangers.example/a",
                        "https://strangers.example/c",
                        "https://strangers.example/never"));

        assertThat(refusal.getReason()).isEqualTo("ARTICLE_NOT_IN_STORY");
        assertThat(refusal.getMetadataMap())
                .containsEntry("article_id", articleId("https://strangers.example/c"))
                .containsEntry("story_id", old);
        assertThat(refusal(Code.NOT_FOUND, () -> story(made)).getReason()).isEqualTo("STORY_NOT_FOUND");
        assertThat(story(old).getArticleCount()).isEqualTo(2);
        assertThat(events(old)).isEmpty();
    }

    @Test
    void aStoryCannotLoseAllItsArticles() {
        String old = storyId("all leave");
        record(record(old, "https://all-leave.example/a"), record(old, "https://all-leave.example/b"));

        ErrorInfo refusal = refusal(
                Code.INVALID_ARGUMENT,
                () -> split(
                        old, storyId("all leave, new"), "https://all-leave.example/a", "https://all-leave.example/b"));

        assertThat(refusal.getReason()).isEqualTo("SPLIT_LEAVES_NOTHING");
        assertThat(story(old).getArticleCount()).isEqualTo(2);
    }

    @Test
    void anEventNamesAThousandArticlesAndCountsAll() {
        String old = storyId("many leave");
        String made = storyId("many leave, new");
        List<String> urls = Samples.urls("many-leave.example", 1_003);
        for (int from = 0; from < urls.size(); from += 500) {
            record(urls.subList(from, Math.min(from + 500, urls.size())).stream()
                    .map(url -> record(old, url))
                    .toArray(ArticleRecord[]::new));
        }

        split(old, made, urls.subList(0, 1_002).toArray(String[]::new));

        StoryEvent event = events(made).getFirst();
        assertThat(event.getArticleIdsList()).hasSize(1_000).isSorted();
        assertThat(event.getArticleCount()).isEqualTo(1_002);
        assertThat(story(made).getArticleCount()).isEqualTo(1_002);
        assertThat(story(old).getArticleCount()).isEqualTo(1);
    }
}
