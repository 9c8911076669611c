package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.assertSameCoverage;
import static news.parallax.catalog.story.StoryChanges.coverage;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.rateThree;
import static news.parallax.catalog.story.StoryChanges.storyOf;
import static news.parallax.catalog.story.StoryChanges.totalStories;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MergeStoriesTest {
    @Test
    void theIdOfAMergedStoryStandsForTheRemainingOne() {
        String stays = storyId("stays");
        String goes = storyId("goes");
        record(
                record(stays, "https://stays.example/a"),
                record(goes, "https://goes.example/a"),
                record(goes, "https://goes.example/b"));

        Story merged = merge(stays, goes);

        assertThat(merged.getId()).isEqualTo(stays);
        assertThat(merged.getArticleCount()).isEqualTo(3);
        assertThat(story(stays)).isEqualTo(merged);
        assertThat(story(goes)).isEqualTo(merged);
        assertThat(urls(goes))
                .containsExactlyInAnyOrder(
                        "https://stays.example/a", "https://goes.example/a", "https://goes.example/b");
        assertThat(articles(goes)).isEqualTo(articles(stays));
        assertThat(coverage(goes)).isEqualTo(coverage(stays));
        assertThat(coverage(goes).getAll().getTotalSources()).isEqualTo(2);
        assertThat(storyOf("https://goes.example/a")).isEqualTo(stays);
    }

    @Test
    void aMergedStoryIsNotListedAnyMore() {
        String stays = storyId("listed");
        String goes = storyId("not listed");
        record(record(stays, "https://listed.example/a"), record(goes, "https://listed.example/b"));
        var request = ListStoriesRequest.newBuilder().setSourceId("listed.example");
        assertThat(stories().listStories(request.build()).getStoriesList())
                .extracting(Story::getId)
                .containsExactlyInAnyOrder(stays, goes);
        long before = totalStories();

        merge(stays, goes);

        assertThat(stories().listStories(request.build()).getStoriesList())
                .extracting(Story::getId)
                .containsExactly(stays);
        assertThat(totalStories()).isEqualTo(before - 1);
    }

    @Test
    void theRemainingStoryKeepsItsHeadlineAndPoints() {
        String stays = storyId("keeps digest");
        String goes = storyId("loses digest");
        String kept = "https://keeps-digest.example/a";
        String lost = "https://loses-digest.example/a";
        stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(stays, kept))
                        .addArticles(record(goes, lost))
                        .addStories(digest(stays, kept, kept))
                        .addStories(digest(goes, lost, lost))
                        .build());

        merge(stays, goes);

        assertThat(story(goes).getTitle()).isEqualTo("Title of " + kept);
        assertThat(story(goes).getSummaryList())
                .extracting(SummaryPoint::getArticleId)
                .containsExactly(articleId(kept));
    }

    @Test
    void mergingTwiceIsMergingOnce() {
        String stays = storyId("twice stays");
        String goes = storyId("twice goes");
        record(record(stays, "https://twice-1.example/a"), record(goes, "https://twice-2.example/a"));

        Story first = merge(stays, goes, goes);
        Story second = merge(stays, goes);

        assertThat(second).isEqualTo(first);
        assertThat(events(stays)).hasSize(1);
        assertThat(events(goes)).isEqualTo(events(stays));
    }

    @Test
    void aChainOfMergesEndsAtTheStoryThatRemains() {
        String first = storyId("chain 1");
        String second = storyId("chain 2");
        String third = storyId("chain 3");
        String fourth = storyId("chain 4");
        record(
                record(first, "https://chain.example/1"),
                record(second, "https://chain.example/2"),
                record(third, "https://chain.example/3"),
                record(fourth, "https://chain.example/4"));

        merge(second, first);
        merge(third, second);
        Story answer = merge(first, fourth);

        assertThat(answer.getId()).isEqualTo(third);
        assertThat(answer.getArticleCount()).isEqualTo(4);
        assertThat(Stream.of(first, second, third, fourth).map(id -> story(id))).containsOnly(answer);
        assertThat(merge(third, first)).isEqualTo(answer);
        assertThat(events(third)).hasSize(2);
    }

    @Test
    void mergingAMergedStoryElsewhereMergesTheOneThatItIsPartOf() {
        String part = storyId("part");
        String whole = storyId("whole");
        String other = storyId("other whole");
        record(
                record(part, "https://part.example/1"),
                record(whole, "https://part.example/2"),
                record(other, "https://part.example/3"));
        merge(whole, part);

        assertThat(merge(other, part).getArticleCount()).isEqualTo(3);
        assertThat(story(whole).getId()).isEqualTo(other);
        assertThat(events(other))
                .extracting(event -> List.copyOf(event.getOtherStoryIdsList()))
                .containsExactly(List.of(whole));
    }

    @Test
    void aNewArticleOfAMergedStoryIsStoredInTheRemainingOne() {
        String stays = storyId("receives");
        String goes = storyId("received before");
        String kept = "https://receives.example/a";
        String late = "https://receives.example/late";
        record(record(stays, kept), record(goes, "https://receives.example/b"));
        merge(stays, goes);

        List<ArticleReceipt> receipts = stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(goes, late))
                        .addStories(digest(goes, late, late))
                        .build())
                .getReceiptsList();

        assertThat(receipts)
                .extracting(ArticleReceipt::getStoryId, ArticleReceipt::getCreated)
                .containsExactly(tuple(stays, true));
        assertThat(story(stays).getArticleCount()).isEqualTo(3);
        assertThat(story(stays).getTitle()).isEqualTo("Title of " + kept);
        assertThat(story(stays).getSummaryList()).isEmpty();
    }

    @Test
    void anUpdateOfAMergedStoryChangesTheRemainingOne() {
        String stays = storyId("updated");
        String goes = storyId("updated by old id");
        String url = "https://updated.example/b";
        record(record(stays, "https://updated.example/a"), record(goes, url));
        merge(stays, goes);

        Story answer = stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest(goes, url, url))
                        .setAllowMissing(true)
                        .build())
                .getStory();

        assertThat(answer.getId()).isEqualTo(stays);
        assertThat(answer.getTitle()).isEqualTo("Title of " + url);
        assertThat(story(stays)).isEqualTo(answer);
    }

    @Test
    void coverageIsThatOfAFreshStoryOfTheSameArticles() {
        rateThree("merged");
        String stays = storyId("merged coverage");
        String goes = storyId("merged coverage, other half");
        String fresh = storyId("merged coverage, fresh");
        String original = "https://merged-l.example/";
        record(
                record(stays, original + 1),
                record(goes, "https://merged-c.example/1"),
                copy(record(goes, "https://merged-r.example/1"), original + 1));
        assertThat(story(goes).getCoverage().getIndependent().getTotalSources()).isEqualTo(2);
        record(
                record(fresh, original + 2),
                record(fresh, "https://merged-c.example/2"),
                copy(record(fresh, "https://merged-r.example/2"), original + 2));

        merge(stays, goes);

        assertSameCoverage(stays, fresh);
        assertThat(story(stays).getCoverage().getIndependent().getTotalSources())
                .isEqualTo(2);
    }

    @Test
    void theWindowIsReplayedWithTheStoriesThatRemain() {
        String stays = storyId("replayed stays");
        String goes = storyId("replayed goes");
        String url = "https://replayed.example/b";
        record(record(stays, "https://replayed.example/a"), record(goes, url));
        merge(stays, goes);

        List<String> replayed = new ArrayList<>();
        stories().replayWindow(ReplayWindowRequest.getDefaultInstance()).forEachRemaining(answer -> {
            if (answer.getRecord().getArticle().getCanonicalUrl().equals(url)) {
                replayed.add(answer.getRecord().getMembership().getStoryId());
            }
        });

        assertThat(replayed).containsExactly(stays);
    }

    @Test
    void thePastStaysAsItWas() {
        String stays = storyId("past stays");
        String goes = storyId("past goes");
        record(
                record(stays, "https://past-both.example/a"),
                record(goes, "https://past-both.example/b"),
                record(goes, "https://past-goes.example/a"));
        Timestamp then = story(stays).getCoverage().getAsOfTime();
        merge(stays, goes);

        Coverage past = stories()
                .getCoverage(GetCoverageRequest.newBuilder()
                        .setStoryId(stays)
                        .setAtTime(then)
                        .build())
                .getCoverage();
        assertThat(past.getAsOfTime()).isEqualTo(then);
        assertThat(past.getSourcesList())
                .extracting(listed -> listed.getSource().getId(), listed -> List.copyOf(listed.getArticleIdsList()))
                .containsExactly(tuple("past-both.example", List.of(articleId("https://past-both.example/a"))));
        assertThat(coverage(stays).getAll().getTotalSources()).isEqualTo(2);
    }

    @Test
    void aStoryCannotBeMergedIntoItself() {
        String stays = storyId("itself");
        String goes = storyId("itself, merged");
        String bystander = storyId("itself, bystander");
        record(
                record(stays, "https://itself.example/a"),
                record(goes, "https://itself.example/b"),
                record(bystander, "https://itself.example/c"));
        merge(stays, goes);

        ErrorInfo refusal = refusal(Code.INVALID_ARGUMENT, () -> merge(stays, bystander, stays));
        assertThat(refusal.getReason()).isEqualTo("STORY_MERGES_INTO_ITSELF");
        assertThat(refusal.getMetadataMap()).containsEntry("story_id", stays);
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> merge(goes, stays)).getReason())
                .isEqualTo("STORY_MERGES_INTO_ITSELF");
        assertThat(story(bystander).getArticleCount()).isEqualTo(1);
        assertThat(events(bystander)).isEmpty();
    }

    @Test
    void anUnknownStoryKeepsAllFromBeingMerged() {
        String stays = storyId("known");
        String goes = storyId("known too");
        String unknown = storyId("unknown");
        record(record(stays, "https://known.example/a"), record(goes, "https://known.example/b"));

        ErrorInfo refusal = refusal(Code.NOT_FOUND, () -> merge(stays, goes, unknown));
        assertThat(refusal.getReason()).isEqualTo("STORY_NOT_FOUND");
        assertThat(refusal.getMetadataMap()).containsEntry("story_id", unknown);
        assertThat(refusal(Code.NOT_FOUND, () -> merge(unknown, goes)).getReason())
                .isEqualTo("STORY_NOT_FOUND");
        assertThat(story(goes).getId()).isEqualTo(goes);
        assertThat(story(stays).getArticleCount()).isEqualTo(1);
    }

    @Test
    void articlesThatAreRecordedMeanwhileAreNotLost() throws Exception {
        String stays = storyId("meanwhile stays");
        String goes = storyId("meanwhile goes");
        record(record(stays, "https://meanwhile.example/a"), record(goes, "https://meanwhile.example/b"));
        List<String> urls = Samples.urls("meanwhile-late.example", 60);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                String url = urls.get(number);
                calls.add(threads.submit(() -> record(record(goes, url))));
                if (number == 30) {
                    calls.add(threads.submit(() -> merge(stays, goes)));
                }
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertThat(urls(stays)).hasSize(62).containsAll(urls).doesNotHaveDuplicates();
        assertThat(story(stays).getArticleCount()).isEqualTo(62);
        assertThat(story(goes)).isEqualTo(story(stays));
    }
}
