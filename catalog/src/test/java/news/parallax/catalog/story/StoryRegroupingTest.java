package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
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
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.SplitStoryResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StoryRegroupingTest {
    @Nested
    class Merges {
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
            assertThat(Stream.of(first, second, third, fourth).map(id -> story(id)))
                    .containsOnly(answer);
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
            assertThat(story(goes).getCoverage().getIndependent().getTotalSources())
                    .isEqualTo(2);
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

    @Nested
    class Splits {
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
                            old,
                            storyId("all leave, new"),
                            "https://all-leave.example/a",
                            "https://all-leave.example/b"));

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

    @Nested
    class Moves {
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

    @Nested
    class Events {
        @Test
        void anEventSaysWhoDidWhatAndWhy() {
            String stays = storyId("event stays");
            String goes = storyId("event goes");
            record(
                    record(stays, "https://event.example/a"),
                    record(goes, "https://event.example/b"),
                    record(goes, "https://event.example/c"));
            stories()
                    .mergeStories(MergeStoriesRequest.newBuilder()
                            .setStoryId(stays)
                            .addMergedStoryIds(goes)
                            .setReason("One harbor fire")
                            .setActor("editor@event.example")
                            .build());

            StoryEvent event = events(goes).getFirst();
            assertThat(event.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_MERGED);
            assertThat(event.getActor()).isEqualTo("editor@event.example");
            assertThat(event.getReason()).isEqualTo("One harbor fire");
            assertThat(event.getStoryId()).isEqualTo(stays);
            assertThat(event.getOtherStoryIdsList()).containsExactly(goes);
            assertThat(event.getArticleIdsList())
                    .containsExactlyElementsOf(sorted("https://event.example/b", "https://event.example/c"));
            assertThat(event.getArticleCount()).isEqualTo(2);
            assertThat(event.getCountsList())
                    .extracting(
                            StoryArticleCounts::getStoryId,
                            StoryArticleCounts::getBeforeCount,
                            StoryArticleCounts::getAfterCount)
                    .containsExactly(tuple(stays, 1, 3), tuple(goes, 2, 0));
            assertThat(event.getCreateTime().getSeconds())
                    .isBetween(
                            story(stays).getCoverage().getAsOfTime().getSeconds() - 60,
                            story(stays).getCoverage().getAsOfTime().getSeconds() + 60);
        }

        @Test
        void aSplitCountsBothStories() {
            String old = storyId("split event");
            String made = storyId("split event, new");
            record(record(old, "https://split-event.example/a"), record(old, "https://split-event.example/b"));
            split(old, made, "https://split-event.example/b");

            StoryEvent event = events(made).getFirst();
            assertThat(event.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_SPLIT);
            assertThat(event.getActor()).isEqualTo("clusterer");
            assertThat(event.getStoryId()).isEqualTo(old);
            assertThat(event.getOtherStoryIdsList()).containsExactly(made);
            assertThat(event.getCountsList())
                    .extracting(
                            StoryArticleCounts::getStoryId,
                            StoryArticleCounts::getBeforeCount,
                            StoryArticleCounts::getAfterCount)
                    .containsExactly(tuple(old, 2, 1), tuple(made, 0, 1));
        }

        @Test
        void theyArePagedNewestFirst() {
            String stays = storyId("paged events");
            List<String> others = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                others.add(storyId("paged events " + number));
                record(record(others.getLast(), "https://paged-events.example/" + number));
            }
            record(record(stays, "https://paged-events.example/a"));
            others.forEach(other -> merge(stays, other));

            List<String> walked = new ArrayList<>();
            var request = ListStoryEventsRequest.newBuilder().setStoryId(stays).setPageSize(2);
            int pages = 0;
            do {
                var page = stories().listStoryEvents(request.build());
                page.getEventsList().forEach(event -> walked.add(event.getOtherStoryIds(0)));
                request.setPageToken(page.getNextPageToken());
                pages++;
            } while (!request.getPageToken().isEmpty());

            assertThat(walked).containsExactlyElementsOf(others.reversed());
            assertThat(pages).isEqualTo(3);
            assertThat(events(others.getFirst())).hasSize(1);
        }

        @Test
        void aStoryThatNeverChangedHasNone() {
            String story = storyId("no events");
            record(record(story, "https://no-events.example/a"));

            assertThat(events(story)).isEmpty();
        }

        @Test
        void whatCannotBeListedIsRefused() {
            String story = storyId("refused events");
            String other = storyId("refused events, other");
            record(
                    record(story, "https://refused-events.example/a"),
                    record(other, "https://refused-events.example/b"));
            var request = ListStoryEventsRequest.newBuilder().setStoryId(story);
            for (int number = 0; number < 2; number++) {
                String merged = storyId("refused events " + number);
                record(record(merged, "https://refused-events.example/" + number));
                merge(story, merged);
            }
            String token =
                    stories().listStoryEvents(request.setPageSize(1).build()).getNextPageToken();

            assertThat(refusal(
                                    Code.INVALID_ARGUMENT,
                                    () -> stories()
                                            .listStoryEvents(request.clone()
                                                    .setStoryId(other)
                                                    .setPageToken(token)
                                                    .build()))
                            .getReason())
                    .isEqualTo("PAGE_TOKEN_INVALID");
            assertThat(refusal(
                                    Code.INVALID_ARGUMENT,
                                    () -> stories()
                                            .listStoryEvents(request.clone()
                                                    .setPageSize(-1)
                                                    .build()))
                            .getReason())
                    .isEqualTo("PAGE_SIZE_INVALID");
            assertThat(refusal(Code.NOT_FOUND, () -> events(storyId("never"))).getReason())
                    .isEqualTo("STORY_NOT_FOUND");
        }
    }

    @Nested
    class Refusals {
        private final String story = storyId("refusals");

        @Test
        void aReasonOfMoreThanFiveHundredCharacters() {
            ErrorInfo refusal = refusal(
                    Code.INVALID_ARGUMENT,
                    () -> stories()
                            .mergeStories(MergeStoriesRequest.newBuilder()
                                    .setStoryId(story)
                                    .addMergedStoryIds(storyId("refusals, other"))
                                    .setReason("x".repeat(501))
                                    .build()));

            assertThat(refusal.getReason()).isEqualTo("TEXT_TOO_LONG");
            assertThat(refusal.getMetadataMap())
                    .containsEntry("field", "reason")
                    .containsEntry("length", "501");
        }

        @Test
        void anActorOfMoreThanAHundredCharacters() {
            ErrorInfo refusal = refusal(
                    Code.INVALID_ARGUMENT,
                    () -> stories()
                            .moveArticles(MoveArticlesRequest.newBuilder()
                                    .setStoryId(story)
                                    .addArticleIds(articleId("https://refusals.example/a"))
                                    .setActor("x".repeat(101))
                                    .build()));

            assertThat(refusal.getReason()).isEqualTo("TEXT_TOO_LONG");
            assertThat(refusal.getMetadataMap()).containsEntry("field", "actor");
        }

        @Test
        void noneOrTooManyStoriesAndArticles() {
            String[] tooMany = new String[101];
            for (int number = 0; number < tooMany.length; number++) {
                tooMany[number] = storyId("refusals " + number);
            }
            String[] tooManyUrls = Samples.urls("refusals.example", 10_001).toArray(String[]::new);

            assertThat(refusal(Code.INVALID_ARGUMENT, () -> merge(story)).getReason())
                    .isEqualTo("ID_COUNT_INVALID");
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> merge(story, tooMany))
                            .getMetadataMap())
                    .containsEntry("field", "merged_story_ids")
                    .containsEntry("count", "101");
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> split(story, storyId("refusals, new")))
                            .getReason())
                    .isEqualTo("ID_COUNT_INVALID");
            assertThat(refusal(Code.INVALID_ARGUMENT, () -> move(story, tooManyUrls))
                            .getMetadataMap())
                    .containsEntry("field", "article_ids")
                    .containsEntry("count", "10001");
        }

        @Test
        void aNewStoryIdThatIsNone() {
            ErrorInfo refusal =
                    refusal(Code.INVALID_ARGUMENT, () -> split(story, "Not-an-id", "https://refusals.example/a"));

            assertThat(refusal.getReason()).isEqualTo("STORY_ID_INVALID");
            assertThat(refusal.getMetadataMap()).containsEntry("new_story_id", "Not-an-id");
        }
    }

    private static Story merge(String storyId, String... mergedIds) {
        return stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(storyId)
                        .addAllMergedStoryIds(List.of(mergedIds))
                        .build())
                .getStory();
    }

    private static SplitStoryResponse split(String storyId, String newStoryId, String... urls) {
        return stories()
                .splitStory(SplitStoryRequest.newBuilder()
                        .setStoryId(storyId)
                        .setNewStoryId(newStoryId)
                        .addAllArticleIds(
                                Stream.of(urls).map(Samples::articleId).toList())
                        .build());
    }

    private static Story move(String storyId, String... urls) {
        return stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(storyId)
                        .addAllArticleIds(
                                Stream.of(urls).map(Samples::articleId).toList())
                        .build())
                .getStory();
    }

    private static List<StoryEvent> events(String storyId) {
        return stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(storyId).build())
                .getEventsList();
    }

    private static Coverage coverage(String storyId) {
        return stories()
                .getCoverage(GetCoverageRequest.newBuilder().setStoryId(storyId).build())
                .getCoverage();
    }

    private static List<String> urls(String storyId) {
        return articles(storyId).stream()
                .map(listed -> listed.getArticle().getCanonicalUrl())
                .toList();
    }

    private static String storyOf(String url) {
        return stories()
                .lookupArticle(LookupArticleRequest.newBuilder().setUrl(url).build())
                .getArticle()
                .getMembership()
                .getStoryId();
    }

    private static String copyOf(String storyId, String url) {
        return articles(storyId).stream()
                .filter(listed -> listed.getArticle().getCanonicalUrl().equals(url))
                .findFirst()
                .orElseThrow()
                .getMembership()
                .getCopyOfArticleId();
    }

    private static long totalStories() {
        return stories().getTotals(GetTotalsRequest.getDefaultInstance()).getStoryCount();
    }

    /** Makes a left, a center and a right source: prefix-l.example and so on. */
    private static void rateThree(String prefix) {
        importSources(source(prefix + "-l.example"), source(prefix + "-c.example"), source(prefix + "-r.example"));
        importRatings(
                rating(prefix + "-l.example", "rater", Bias.BIAS_LEFT),
                rating(prefix + "-l.example", "rater", Factuality.FACTUALITY_HIGH),
                rating(prefix + "-c.example", "rater", Bias.BIAS_CENTER),
                rating(prefix + "-r.example", "rater", Bias.BIAS_LEAN_RIGHT));
    }

    private static void assertSameCoverage(String storyId, String freshId) {
        assertThat(story(storyId).getArticleCount()).isEqualTo(story(freshId).getArticleCount());
        assertThat(story(storyId).getPublishTime()).isEqualTo(story(freshId).getPublishTime());
        assertThat(story(storyId).getUpdateTime()).isEqualTo(story(freshId).getUpdateTime());
        Coverage coverage = coverage(storyId);
        Coverage fresh = coverage(freshId);
        assertThat(coverage.getAll()).isEqualTo(fresh.getAll());
        assertThat(coverage.getIndependent()).isEqualTo(fresh.getIndependent());
        assertThat(coverage.getAsOfTime()).isNotEqualTo(fresh.getAsOfTime());
        assertThat(coverage.getSourcesList())
                .extracting(
                        CoverageSource::getSource, CoverageSource::getIndependent, CoverageSource::getArticleIdsCount)
                .containsExactlyElementsOf(fresh.getSourcesList().stream()
                        .map(listed -> tuple(listed.getSource(), listed.getIndependent(), listed.getArticleIdsCount()))
                        .toList());
    }

    /** Ids of articles by id. */
    private static List<String> sorted(String... urls) {
        return Stream.of(urls).map(Samples::articleId).sorted().toList();
    }
}
