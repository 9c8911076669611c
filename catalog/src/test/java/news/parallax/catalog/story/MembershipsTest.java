package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.copyOf;
import static news.parallax.catalog.story.StoryChanges.coverage;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.move;
import static news.parallax.catalog.story.StoryChanges.split;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.ArticleMembership;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.MembershipReceipt;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.RunnerUp;
import news.parallax.catalog.v1.UpdateMembershipsRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MembershipsTest {
    @Test
    void anExplanationComesBackWithWhatItNames() {
        String story = storyId("explained");
        String next = storyId("explained, next");
        String near = "https://explained.example/near";
        String far = "https://explained.example/far";
        String url = "https://explained.example/a";
        MembershipExplanation told = explanation(near, next, far);
        record(record(story, near), record(next, far), explained(record(story, url), told));

        Membership membership = membershipOf(url);

        assertThat(membership.getStoryId()).isEqualTo(story);
        assertThat(membership.getSimilarity()).isEqualTo(0.75);
        var expected = told.toBuilder();
        expected.getNearestBuilder(0)
                .setTitle("Title of " + near)
                .setCanonicalUrl(near)
                .setLanguage("en")
                .setSourceId("explained.example")
                .setSourceName("explained.example")
                .setStoryId(story);
        expected.getRunnerUpBuilder()
                .setTitle("Title of " + far)
                .setTitleArticleId(articleId(far))
                .setTitleLanguage("en");
        assertThat(membership.getExplanation()).isEqualTo(expected.build());
    }

    @Test
    void listsDoNotCarryExplanations() {
        String story = storyId("slim list");
        String url = "https://slim.example/a";
        record(explained(record(story, url), explanation(url, story, url)));

        assertThat(articles(story)).allMatch(listed -> !listed.getMembership().hasExplanation());
        assertThat(membershipOf(url).hasExplanation()).isTrue();
    }

    @Test
    void anArticleWithoutExplanationIsAnsweredWithout() {
        String url = "https://unexplained.example/a";
        record(record(storyId("unexplained"), url));

        assertThat(membershipOf(url).hasExplanation()).isFalse();
        assertThat(membershipOf(url).getSharedTermsList()).containsExactly("harbor");
    }

    @Test
    void whatIsNotInTheCatalogIsNamedByIdAlone() {
        String url = "https://gone-near.example/a";
        String never = "https://gone-near.example/never";
        MembershipExplanation told = explanation(never, storyId("never a story"), never);
        record(explained(record(storyId("near is gone"), url), told));

        assertThat(membershipOf(url).getExplanation()).isEqualTo(told);
    }

    @Test
    void theRunnerUpIsTheStoryThatRemains() {
        String story = storyId("runner-up remains");
        String next = storyId("runner-up merged");
        String last = storyId("runner-up target");
        String url = "https://runner-up.example/a";
        String far = "https://runner-up.example/far";
        String target = "https://runner-up.example/target";
        record(explained(record(story, url), explanation(url, next, far)), record(next, far), record(last, target));

        merge(last, next);

        RunnerUp runnerUp = membershipOf(url).getExplanation().getRunnerUp();
        assertThat(runnerUp.getStoryId()).isEqualTo(last);
        assertThat(runnerUp.getTitle()).isEqualTo("Title of " + target);
    }

    @Test
    void anExplanationOfAnotherStoryIsOutdatedAndOfAMergedOneIsNot() {
        String story = storyId("outdated");
        String other = storyId("outdated, other");
        String moved = "https://outdated.example/moved";
        String stays = "https://outdated.example/stays";
        record(
                explained(record(story, moved), explanation(stays, other, stays)),
                explained(record(story, stays), explanation(moved, other, moved)),
                record(other, "https://outdated.example/other"));

        move(other, moved);
        assertThat(membershipOf(moved).getExplanation().getOutdated()).isTrue();
        assertThat(membershipOf(stays).getExplanation().getOutdated()).isFalse();

        merge(other, story);
        assertThat(membershipOf(stays).getExplanation().getOutdated()).isFalse();
        assertThat(membershipOf(stays).getStoryId()).isEqualTo(other);
    }

    @Test
    void severalAreAnsweredInOrderAndAnUnknownOneIsRefused() {
        String story = storyId("several memberships");
        String one = "https://several.example/1";
        String two = "https://several.example/2";
        record(record(story, one), record(story, two));

        assertThat(memberships(two, one))
                .extracting(ArticleMembership::getArticleId)
                .containsExactly(articleId(two), articleId(one));
        ErrorInfo refusal = refusal(Code.NOT_FOUND, () -> memberships(one, "https://several.example/never"));
        assertThat(refusal.getReason()).isEqualTo("ARTICLE_NOT_FOUND");
        assertThat(refusal.getMetadataMap()).containsEntry("article_id", articleId("https://several.example/never"));
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> memberships(Collections.nCopies(201, one).toArray(String[]::new)))
                        .getReason())
                .isEqualTo("TOO_MANY_RECORDS");
    }

    @Nested
    class WhenTheyAreUpdated {
        @Test
        void theNewExplanationStandsInPlaceOfTheOldAndTwiceIsOnce() {
            String story = storyId("explained anew");
            String url = "https://explained-anew.example/a";
            String near = "https://explained-anew.example/near";
            record(explained(record(story, url), explanation(url, story, url)), record(story, near));
            ArticleMembership better = entry(url, story).toBuilder()
                    .setMembership(membership(story).toBuilder()
                            .setSimilarity(.9)
                            .putEvidence("names", .8)
                            .addSharedTerms("quay")
                            .setExplanation(explanation(near, story, near)))
                    .build();

            List<MembershipReceipt> first = update(better);

            assertThat(first).containsExactly(receipt(url, story, true));
            Membership now = membershipOf(url);
            assertThat(now.getSimilarity()).isEqualTo(.9);
            assertThat(now.getEvidenceMap()).containsOnlyKeys("names");
            assertThat(now.getSharedTermsList()).containsExactly("quay");
            assertThat(now.getExplanation().getNearest(0).getTitle()).isEqualTo("Title of " + near);
            assertThat(update(better)).isEqualTo(first);
            assertThat(membershipOf(url)).isEqualTo(now);
        }

        @Test
        void anArticleThatIsElsewhereOrUnknownIsAnsweredAndItsNeighborUpdated() {
            String story = storyId("update moved");
            String other = storyId("update moved, other");
            String stays = "https://update-moved.example/stays";
            String moved = "https://update-moved.example/moved";
            String never = "https://update-moved.example/never";
            record(record(story, stays), record(story, moved), record(other, "https://update-moved.example/other"));
            move(other, moved);
            Membership before = membershipOf(moved);

            assertThat(update(entry(moved, story), entry(never, story), entry(stays, story)))
                    .containsExactly(
                            receipt(moved, other, false), receipt(never, "", false), receipt(stays, story, true));

            assertThat(membershipOf(moved)).isEqualTo(before);
            assertThat(membershipOf(stays).getSharedTermsList()).isEmpty();
        }

        @Test
        void theIdOfAMergedStoryStandsForTheOneThatRemains() {
            String story = storyId("update merged");
            String gone = storyId("update merged, gone");
            String url = "https://update-merged.example/a";
            record(record(gone, url), record(story, "https://update-merged.example/b"));
            merge(story, gone);

            assertThat(update(entry(url, gone))).containsExactly(receipt(url, story, true));
            assertThat(membershipOf(url).getExplanation().getOutdated()).isFalse();
        }

        @Test
        void copiesPointToAnotherOriginalAndCoverageIsCountedAnew() {
            String story = storyId("repointed");
            String first = "https://repointed-first.example/1";
            String copy = "https://repointed-copy.example/1";
            String agency = "https://repointed-agency.example/1";
            record(record(story, first), copy(record(story, copy), first), record(story, agency));
            assertThat(coverage(story).getIndependent().getTotalSources()).isEqualTo(2);
            assertThat(coverage(story).getAll().getTotalSources()).isEqualTo(3);

            update(copyEntry(first, story, agency), copyEntry(copy, story, agency));

            assertThat(copyOf(story, first)).isEqualTo(articleId(agency));
            assertThat(copyOf(story, copy)).isEqualTo(articleId(agency));
            assertThat(copyOf(story, agency)).isEmpty();
            assertThat(coverage(story).getIndependent().getTotalSources()).isEqualTo(1);
            assertThat(coverage(story).getAll().getTotalSources()).isEqualTo(3);

            update(entry(first, story));
            assertThat(coverage(story).getIndependent().getTotalSources()).isEqualTo(2);
        }

        @Test
        void aSplitAndAMergeLeaveTheNewOriginalInPlace() {
            String story = storyId("repointed, split");
            String made = storyId("repointed, split off");
            String first = "https://repoint-split.example/1";
            String copy = "https://repoint-split.example/2";
            String agency = "https://repoint-split.example/3";
            record(record(story, first), copy(record(story, copy), first), record(story, agency));
            update(copyEntry(first, story, agency), copyEntry(copy, story, agency));

            split(story, made, copy);
            assertThat(copyOf(made, copy)).isEmpty();
            merge(story, made);
            assertThat(copyOf(story, copy)).isEqualTo(articleId(agency));
        }

        @ParameterizedTest
        @EnumSource(Flaw.class)
        void aFlawedEntryIsNamedAndNothingIsUpdated(Flaw flaw) {
            String story = storyId("flawed update " + flaw);
            String good = "https://flawed-%s.example/good".formatted(flaw.ordinal());
            String bad = "https://flawed-%s.example/bad".formatted(flaw.ordinal());
            record(record(story, good), record(story, bad));
            Membership before = membershipOf(good);

            ErrorInfo refusal =
                    refusal(Code.INVALID_ARGUMENT, () -> update(entry(good, story), flaw.on(entry(bad, story), bad)));

            assertThat(refusal.getReason()).isEqualTo(flaw.reason);
            assertThat(membershipOf(good)).isEqualTo(before);
        }

        @Test
        void moreThanFiveHundredAreRefused() {
            ArticleMembership entry = entry("https://too-many.example/1", storyId("too many"));
            assertThat(refusal(
                                    Code.INVALID_ARGUMENT,
                                    () -> update(Collections.nCopies(501, entry).toArray(ArticleMembership[]::new)))
                            .getReason())
                    .isEqualTo("TOO_MANY_RECORDS");
        }
    }

    enum Flaw {
        ARTICLE_ID("ARTICLE_ID_INVALID"),
        STORY_ID("STORY_ID_INVALID"),
        SHARE("MEMBERSHIP_INVALID"),
        COPY_OF_ITSELF("MEMBERSHIP_INVALID"),
        FOUR_NEAREST("MEMBERSHIP_INVALID"),
        LONG_NAME("MEMBERSHIP_INVALID"),
        RUNNER_UP("STORY_ID_INVALID");

        private final String reason;

        Flaw(String reason) {
            this.reason = reason;
        }

        ArticleMembership on(ArticleMembership entry, String url) {
            var flawed = entry.toBuilder();
            Membership.Builder membership = flawed.getMembershipBuilder();
            NearestArticle nearest = membership.getExplanation().getNearest(0);
            switch (this) {
                case ARTICLE_ID -> flawed.setArticleId("x");
                case STORY_ID -> membership.setStoryId("x");
                case SHARE -> membership.setSimilarity(Double.NaN);
                case COPY_OF_ITSELF -> membership.setCopyOfArticleId(articleId(url));
                case FOUR_NEAREST -> membership.getExplanationBuilder().addAllNearest(Collections.nCopies(3, nearest));
                case LONG_NAME ->
                    membership.getExplanationBuilder().getNearestBuilder(0).addSharedNames("n".repeat(201));
                case RUNNER_UP ->
                    membership.getExplanationBuilder().getRunnerUpBuilder().setStoryId("x");
            }
            return flawed.build();
        }
    }

    private static MembershipExplanation explanation(String nearUrl, String nextStoryId, String nextUrl) {
        return MembershipExplanation.newBuilder()
                .setThreshold(.5)
                .setComparedCount(7)
                .addNearest(NearestArticle.newBuilder()
                        .setArticleId(articleId(nearUrl))
                        .setProbability(.83)
                        .putEvidence("embedding", .9)
                        .putEvidence("names", .4)
                        .setTimeGapSeconds(-3_600)
                        .addSharedNames("Tarvos")
                        .addSharedTerms("girder"))
                .setRunnerUp(RunnerUp.newBuilder()
                        .setStoryId(nextStoryId)
                        .setSimilarity(.31)
                        .setArticleId(articleId(nextUrl)))
                .build();
    }

    private static ArticleRecord explained(ArticleRecord record, MembershipExplanation explanation) {
        var explained = record.toBuilder();
        explained.getMembershipBuilder().setExplanation(explanation);
        return explained.build();
    }

    private static Membership membership(String story) {
        return Membership.newBuilder().setStoryId(story).setSimilarity(.6).build();
    }

    private static ArticleMembership entry(String url, String story) {
        return ArticleMembership.newBuilder()
                .setArticleId(articleId(url))
                .setMembership(membership(story).toBuilder().setExplanation(explanation(url, story, url)))
                .build();
    }

    private static ArticleMembership copyEntry(String url, String story, String originalUrl) {
        var entry = entry(url, story).toBuilder();
        entry.getMembershipBuilder().setCopyOfArticleId(articleId(originalUrl));
        return entry.build();
    }

    private static MembershipReceipt receipt(String url, String story, boolean updated) {
        return MembershipReceipt.newBuilder()
                .setArticleId(articleId(url))
                .setStoryId(story)
                .setUpdated(updated)
                .build();
    }

    private static List<MembershipReceipt> update(ArticleMembership... memberships) {
        return stories()
                .updateMemberships(UpdateMembershipsRequest.newBuilder()
                        .addAllMemberships(List.of(memberships))
                        .build())
                .getReceiptsList();
    }

    private static List<ArticleMembership> memberships(String... urls) {
        return stories()
                .getMemberships(GetMembershipsRequest.newBuilder()
                        .addAllArticleIds(
                                Stream.of(urls).map(Samples::articleId).toList())
                        .build())
                .getMembershipsList();
    }

    private static Membership membershipOf(String url) {
        return memberships(url).getFirst().getMembership();
    }
}
