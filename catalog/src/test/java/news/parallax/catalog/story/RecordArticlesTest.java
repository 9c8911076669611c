package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.articles;
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
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.sha256;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.ArticleTitle;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.SummaryPoint;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RecordArticlesTest {
    private static final ArticleTranslation TRANSLATION = ArticleTranslation.newBuilder()
            .setLanguage("en")
            .setTitle("The title, translated")
            .setLead("The lead, translated.")
            .setEngine("LibreTranslate")
            .build();

    @Nested
    class Repeats {
        @Test
        void anArticleSentTwiceIsAcknowledgedTwiceAndCountedOnce() {
            String story = storyId("sent twice");
            ArticleRecord sent = record(story, "https://one.example/twice");

            List<ArticleReceipt> first = record(sent);
            List<ArticleReceipt> second = record(sent);

            assertThat(first)
                    .extracting(ArticleReceipt::getStoryId, ArticleReceipt::getCreated)
                    .containsExactly(tuple(story, true));
            assertThat(second)
                    .extracting(ArticleReceipt::getStoryId, ArticleReceipt::getCreated)
                    .containsExactly(tuple(story, false));
            assertThat(story(story).getArticleCount()).isEqualTo(1);
        }

        @Test
        void anArticleTwiceInOneCallIsCreatedOnce() {
            String story = storyId("twice in one call");
            ArticleRecord sent = record(story, "https://one.example/same-call");

            assertThat(record(sent, sent))
                    .extracting(ArticleReceipt::getCreated)
                    .containsExactly(true, false);
            assertThat(story(story).getArticleCount()).isEqualTo(1);
        }

        @Test
        void anArticleStaysInTheStoryItIsIn() {
            String home = storyId("home");
            String other = storyId("other");
            record(record(home, "https://one.example/stays"));

            assertThat(record(record(other, "https://one.example/stays")))
                    .extracting(ArticleReceipt::getStoryId)
                    .containsExactly(home);
            assertThat(refusal(Code.NOT_FOUND, () -> story(other)).getReason()).isEqualTo("STORY_NOT_FOUND");
        }

        @Test
        void anOldDigestThatIsSentAgainDoesNotReplaceANewerOne() {
            String story = storyId("digest again");
            String first = "https://one.example/digest-1";
            String second = "https://two.example/digest-2";
            var early = RecordArticlesRequest.newBuilder()
                    .addArticles(record(story, first))
                    .addStories(digest(story, first, first))
                    .build();
            var late = RecordArticlesRequest.newBuilder()
                    .addArticles(record(story, second))
                    .addStories(digest(story, second, first, second))
                    .build();
            stories().recordArticles(early);
            stories().recordArticles(late);
            stories().recordArticles(early);

            assertThat(story(story).getTitle()).isEqualTo("Title of " + second);
            assertThat(story(story).getSummaryCount()).isEqualTo(2);
        }
    }

    @Nested
    class Contents {
        @Test
        void whatWasRecordedIsReturned() {
            String story = storyId("contents");
            Article sent = article("https://contents.example/a").toBuilder()
                    .setSection("World")
                    .setWireCredit("Continental Wire")
                    .setPublisherGroup("Tide Holding")
                    .setImageUrl("https://contents.example/a.jpg")
                    .setPaywall(true)
                    .setTranslation(TRANSLATION)
                    .build();
            record(record(story, sent));

            StoryArticle listed = articles(story).getFirst();
            assertThat(listed.getArticle())
                    .isEqualTo(sent.toBuilder()
                            .setSourceId("contents.example")
                            .clearText()
                            .build());
            assertThat(listed.getMembership()).isEqualTo(record(story, sent).getMembership());
            assertThat(listed.getSource().getName()).isEqualTo("contents.example");
        }

        @Test
        void aStorySaysWhatItsDigestSaysWithTheSourceOfEachPoint() {
            String story = storyId("says");
            String url = "https://says.example/a";
            stories()
                    .recordArticles(RecordArticlesRequest.newBuilder()
                            .addArticles(record(
                                    story,
                                    article(url).toBuilder()
                                            .setPublisher("The Sayer")
                                            .build()))
                            .addStories(digest(story, url, url))
                            .build());

            Story stored = story(story);
            assertThat(stored.getTitle()).isEqualTo("Title of " + url);
            assertThat(stored.getTitleLanguage()).isEqualTo("en");
            assertThat(stored.getSummaryList())
                    .containsExactly(SummaryPoint.newBuilder()
                            .setText("Text of " + url)
                            .setArticleId(articleId(url))
                            .setSourceId("says.example")
                            .setSourceName("The Sayer")
                            .setLanguage("en")
                            .build());
        }

        @Test
        void aDigestCannotSpeakForArticlesOfOtherStories() {
            String story = storyId("speaks");
            String stranger = "https://stranger.example/a";
            record(record(storyId("elsewhere"), stranger));
            stories()
                    .recordArticles(RecordArticlesRequest.newBuilder()
                            .addArticles(record(story, "https://speaks.example/a"))
                            .addStories(digest(story, stranger, "https://speaks.example/a", stranger))
                            .build());

            assertThat(story(story).getTitle()).isEqualTo("Title of https://speaks.example/a");
            assertThat(story(story).getSummaryList())
                    .extracting(SummaryPoint::getArticleId)
                    .containsExactly(articleId("https://speaks.example/a"));
        }

        @Test
        void newsTimeIsNeverLaterThanTheMomentItWasSeen() {
            String story = storyId("clock ahead");
            record(record(
                    story,
                    article("https://ahead.example/a").toBuilder()
                            .setPublishTime(timestamp(NOON.plusSeconds(86_400)))
                            .setDiscoverTime(timestamp(NOON))
                            .build()));

            assertThat(story(story).getUpdateTime()).isEqualTo(timestamp(NOON));
            assertThat(story(story).getPublishTime()).isEqualTo(timestamp(NOON));
        }

        @Test
        void theCharacterZeroIsLeftOut() {
            String story = storyId("zero");
            record(record(
                    story,
                    article("https://zero.example/a").toBuilder()
                            .setTitle("A\0B")
                            .build()));

            assertThat(articles(story).getFirst().getArticle().getTitle()).isEqualTo("AB");
        }

        @Test
        void hostNamesThatOnlySayHowAPageIsReadAreOneSource() {
            String story = storyId("hosts");
            record(
                    record(story, "https://www.hosts.example/a"),
                    record(story, "https://m.hosts.example/b"),
                    record(story, "https://amp.hosts.example/c"),
                    record(story, "https://hosts.example/d"));

            assertThat(articles(story))
                    .extracting(listed -> listed.getSource().getId())
                    .containsOnly("hosts.example");
            assertThat(story(story).getCoverage().getAll().getTotalSources()).isEqualTo(1);
        }

        @Test
        void siblingsUnderOneDomainThatArticlesBroughtStayApartInAnyOrder() {
            String story = storyId("siblings");
            record(record(story, "https://siblings.example/a"), record(story, "https://north.siblings.example/b"));

            assertThat(articles(story))
                    .extracting(listed -> listed.getSource().getId())
                    .containsExactlyInAnyOrder("siblings.example", "north.siblings.example");
        }

        @Test
        void copiesAreCountedWithTheirOriginal() {
            String story = storyId("copies");
            String original = "https://wire.example/original";
            record(
                    record(story, original),
                    copy(record(story, "https://copier.example/a"), original),
                    copy(record(story, "https://other-copier.example/a"), original));

            assertThat(articles(story))
                    .extracting(listed -> listed.getArticle().getCanonicalUrl(), StoryArticle::getCopyCount)
                    .contains(tuple(original, 2), tuple("https://copier.example/a", 0));
            assertThat(story(story).getCoverage().getAll().getTotalSources()).isEqualTo(3);
            assertThat(story(story).getCoverage().getIndependent().getTotalSources())
                    .isEqualTo(1);
        }

        @Test
        void oneTextOfTwoOutletsOfOneOwnerIsOneReportHoweverShort() {
            String story = storyId("one owner, one text");
            importSources(
                    ownedBy("chain", "north.chain.example"),
                    ownedBy("chain", "south.chain.example"),
                    ownedBy("somebody-else", "rival.example"));
            record(
                    textOnly(story, "https://south.chain.example/a", "The harbor is closed."),
                    textOnly(story, "https://north.chain.example/a", "The harbor is closed."),
                    textOnly(story, "https://rival.example/a", "The harbor is closed."),
                    textOnly(story, "https://unowned.example/a", "The harbor is closed."));
            assertThat(independentSources(story)).isEqualTo(3);

            record(textOnly(story, "https://north.chain.example/b", "The harbor has been closed all day."));
            assertThat(independentSources(story)).isEqualTo(4);
        }

        @Test
        void oneHeadlineWithoutTextOfTwoOutletsOfOneOwnerIsOneReport() {
            String story = storyId("one owner, one headline");
            importSources(
                    ownedBy("headliner", "east.headliner.example"),
                    ownedBy("headliner", "west.headliner.example"),
                    ownedBy("headliner", "third.headliner.example"));
            record(
                    titleOnly(story, "https://east.headliner.example/a", "Harbor closed"),
                    titleOnly(story, "https://west.headliner.example/a", "Harbor closed"),
                    titleOnly(story, "https://third.headliner.example/a", "Storm shuts the harbor"));
            assertThat(independentSources(story)).isEqualTo(2);
        }

        @Test
        void outletsThatGetACommonOwnerLaterAreCountedAnew() {
            String story = storyId("bought later");
            importSources(ownedBy("buyer", "buyer.example"), source("bought.example"));
            record(
                    textOnly(story, "https://buyer.example/a", "The harbor is closed."),
                    textOnly(story, "https://bought.example/a", "The harbor is closed."));
            assertThat(independentSources(story)).isEqualTo(2);

            importSources(ownedBy("buyer", "bought.example"));
            assertThat(independentSources(story)).isEqualTo(1);
        }

        private static Source ownedBy(String owner, String id) {
            return source(id).toBuilder()
                    .addOwners(Owner.newBuilder()
                            .setId(owner)
                            .setName("Owner " + owner)
                            .setCategory(OwnershipCategory.OWNERSHIP_CATEGORY_CORPORATION))
                    .build();
        }

        private static ArticleRecord textOnly(String story, String url, String text) {
            return record(
                    story,
                    article(url).toBuilder()
                            .setText(text)
                            .setContentHash(sha256(text))
                            .build());
        }

        private static ArticleRecord titleOnly(String story, String url, String title) {
            return record(
                    story,
                    article(url).toBuilder()
                            .setTitle(title)
                            .clearText()
                            .clearContentHash()
                            .build());
        }

        private static int independentSources(String story) {
            return story(story).getCoverage().getIndependent().getTotalSources();
        }

        @Test
        void aCopyOfAnArticleThatIsNotInTheStoryIsAReportOfItsOwn() {
            String story = storyId("lost original");
            record(copy(record(story, "https://lone-copier.example/a"), "https://never.example/seen"));

            assertThat(story(story).getCoverage().getIndependent().getTotalSources())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Versions {
        private final String url = "https://versions.example/a-" + System.nanoTime();
        private final String story = storyId(url);
        private final Article early = article(url);
        private final Article late = early.toBuilder()
                .setTitle("Corrected title")
                .setText("Corrected text")
                .setDiscoverTime(timestamp(NOON.plusSeconds(3600)))
                .build();

        @Test
        void aChangedTitleReplacesTheOldOneWhichIsKept() {
            record(record(story, early));
            record(record(story, late));

            StoryArticle stored = articles(story).getFirst();
            assertThat(stored.getArticle().getTitle()).isEqualTo("Corrected title");
            assertThat(stored.getArticle().getDiscoverTime()).isEqualTo(early.getDiscoverTime());
            assertThat(stored.getEarlierTitlesList())
                    .containsExactly(ArticleTitle.newBuilder()
                            .setTitle(early.getTitle())
                            .setReplaceTime(late.getDiscoverTime())
                            .build());
        }

        @Test
        void aTranslationThatComesLaterIsKeptAndOneThatIsMissingTakesNothingAway() {
            record(record(story, early));
            record(record(story, early.toBuilder().setTranslation(TRANSLATION).build()));
            record(record(story, early));

            assertThat(articles(story).getFirst().getArticle().getTranslation()).isEqualTo(TRANSLATION);
        }

        @Test
        void aTranslationGoesWithTheVersionThatItTranslates() {
            record(record(story, early.toBuilder().setTranslation(TRANSLATION).build()));
            record(record(story, late));

            assertThat(articles(story).getFirst().getArticle().hasTranslation()).isFalse();
        }

        @Test
        void theOrderInWhichVersionsComeDoesNotMatter() {
            record(record(story, late));
            record(record(story, early));

            StoryArticle stored = articles(story).getFirst();
            assertThat(stored.getArticle().getTitle()).isEqualTo("Corrected title");
            assertThat(stored.getArticle().getDiscoverTime()).isEqualTo(early.getDiscoverTime());
            assertThat(stored.getEarlierTitlesList())
                    .extracting(ArticleTitle::getTitle, ArticleTitle::getReplaceTime)
                    .containsExactly(tuple(early.getTitle(), late.getDiscoverTime()));
        }

        @Test
        void whatTheOutletSaysOfItsChangesCountsMoreThanWhenWeLooked() {
            record(record(
                    story,
                    late.toBuilder()
                            .setModifyTime(timestamp(NOON.plusSeconds(1800)))
                            .build()));
            record(record(
                    story,
                    early.toBuilder()
                            .setModifyTime(timestamp(NOON.plusSeconds(900)))
                            .setDiscoverTime(timestamp(NOON.plusSeconds(7200)))
                            .build()));

            assertThat(articles(story).getFirst().getArticle().getTitle()).isEqualTo("Corrected title");
        }
    }

    @Nested
    class ManyWriters {
        @Test
        void overlappingBatchesOfManyCallersStoreEachArticleOnce() throws Exception {
            List<ArticleRecord> records = IntStream.range(0, 120)
                    .mapToObj(number -> record(
                            storyId("concurrent " + number % 7),
                            "https://c%d.example/%d".formatted(number % 11, number)))
                    .toList();
            List<Callable<List<ArticleReceipt>>> calls = new ArrayList<>();
            var random = new Random(7);
            for (int call = 0; call < 40; call++) {
                List<ArticleRecord> shuffled = new ArrayList<>(records);
                Collections.shuffle(shuffled, random);
                ArticleRecord[] batch = shuffled.subList(0, 60).toArray(ArticleRecord[]::new);
                calls.add(() -> record(batch));
            }

            List<ArticleReceipt> receipts = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(16)) {
                for (Future<List<ArticleReceipt>> answer : threads.invokeAll(calls)) {
                    receipts.addAll(answer.get());
                }
            }

            long created = receipts.stream().filter(ArticleReceipt::getCreated).count();
            long distinct = receipts.stream()
                    .map(ArticleReceipt::getArticleId)
                    .distinct()
                    .count();
            assertThat(created).isEqualTo(distinct).isEqualTo(120);
            for (int number = 0; number < 7; number++) {
                String story = storyId("concurrent " + number);
                List<StoryArticle> stored = articles(story);
                assertThat(stored)
                        .extracting(listed -> listed.getArticle().getId())
                        .doesNotHaveDuplicates();
                assertThat(story(story).getArticleCount())
                        .isEqualTo(stored.size())
                        .isBetween(17, 18);
                assertThat(story(story).getCoverage().getAll().getTotalSources())
                        .isEqualTo(11);
            }
        }
    }

    @Nested
    class Refusals {
        @Test
        void anIdThatIsNotTheHashOfTheUrl() {
            ErrorInfo refusal = refusalOf(article("https://bad.example/id").toBuilder()
                    .setId("0".repeat(32))
                    .build());

            assertThat(refusal.getReason()).isEqualTo("ARTICLE_ID_INVALID");
            assertThat(refusal.getMetadataMap()).containsEntry("article_id", "0".repeat(32));
        }

        @Test
        void anUrlThatIsNotHttp() {
            ErrorInfo refusal = refusalOf(article("ftp://bad.example/a"));

            assertThat(refusal.getReason()).isEqualTo("URL_INVALID");
            assertThat(refusal.getMetadataMap())
                    .containsEntry("url", "ftp://bad.example/a")
                    .containsEntry("article_id", articleId("ftp://bad.example/a"));
        }

        @Test
        void anArticleThatSaysNothing() {
            assertThat(refusalOf(article("https://bad.example/empty").toBuilder()
                                    .clearText()
                                    .setTitle(" ")
                                    .build())
                            .getReason())
                    .isEqualTo("ARTICLE_EMPTY");
        }

        @Test
        void anArticleThatWasNeverSeen() {
            assertThat(refusalOf(article("https://bad.example/unseen").toBuilder()
                                    .clearDiscoverTime()
                                    .build())
                            .getReason())
                    .isEqualTo("TIME_INVALID");
        }

        @Test
        void aStoryIdThatIsNone() {
            ErrorInfo refusal =
                    refusal(Code.INVALID_ARGUMENT, () -> record(record("Story", "https://bad.example/story")));

            assertThat(refusal.getReason()).isEqualTo("STORY_ID_INVALID");
            assertThat(refusal.getMetadataMap())
                    .containsEntry("story_id", "Story")
                    .containsEntry("article_id", articleId("https://bad.example/story"));
        }

        @Test
        void moreThanFiveHundredArticles() {
            ArticleRecord[] records = Samples.urls("many.example", 501).stream()
                    .map(url -> record(storyId("many"), url))
                    .toArray(ArticleRecord[]::new);

            assertThat(refusal(Code.INVALID_ARGUMENT, () -> record(records)).getReason())
                    .isEqualTo("TOO_MANY_RECORDS");
        }

        @Test
        void oneBadArticleKeepsTheWholeCallFromBeingStored() {
            refusal(
                    Code.INVALID_ARGUMENT,
                    () -> record(
                            record(storyId("half"), "https://half.example/good"),
                            record(storyId("half"), "ftp://half.example/bad")));

            var lookup = LookupArticleRequest.newBuilder()
                    .setUrl("https://half.example/good")
                    .build();
            assertThat(refusal(Code.NOT_FOUND, () -> stories().lookupArticle(lookup))
                            .getReason())
                    .isEqualTo("ARTICLE_NOT_FOUND");
        }

        private ErrorInfo refusalOf(Article article) {
            return refusal(Code.INVALID_ARGUMENT, () -> record(record(storyId("refused"), article)));
        }
    }
}
