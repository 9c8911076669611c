package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.TermWeights;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final String FIRST_PARAGRAPH = """
            TARVOS (Reuters) - Engineers closed the Tarvos bridge on Monday after inspectors found a crack in a steel girder.
            """;

    private static final String REPORT = """
            Mayor Ilse Brandvold said 31,000 vehicles a day would have to use the ferry or the motorway until the girder has
            been replaced. The road authority expects repairs to take at least five weeks and to cost 12 million.

            The bridge was built in 1971 and last inspected two years ago, when no damage had been found anywhere on it. A
            commuter who crosses it daily, nurse Petra Holm, said she had heard a loud noise on Sunday night.
            """;

    private static final String OTHER_REPORT = """
            A crack in a girder has closed the bridge in Tarvos, and nobody knows for how long. "The road authority expects
            repairs to take at least five weeks", said the mayor, Ilse Brandvold, who had walked over the empty roadway in
            the morning. Ferries were full by eight o'clock. Lorry drivers waited three hours at the southern ramp, and the
            hospital on the island asked its staff to stay overnight. An inspection two years ago had shown nothing unusual.
            """;

    private static final String BOILERPLATE =
            "\n\nSubscribe to our morning letter for all the news of the valley, and follow us on every network.";

    private static final Analyzer ANALYZER = new Analyzer(new NoEmbedder());

    private final Map<String, Member> articles = new HashMap<>();
    private final CopyIndex index = new CopyIndex();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void editedCopiesAreFoundAmongReportsOnTheSameAndOtherEvents(long seed) {
        int copies = 500;
        int found = 0;
        int mistaken = 0;
        Map<String, Integer> groups = new HashMap<>();
        for (CopyCorpus.Article article : new CopyCorpus(seed).articles(5_000, copies)) {
            Member newcomer = member("%05d".formatted(groups.size()), article.title(), article.text());
            Optional<String> original = originalOf(newcomer);
            if (original.isPresent()) {
                boolean right = groups.get(original.get()) == article.group();
                found += right ? 1 : 0;
                mistaken += right ? 0 : 1;
            }
            add(newcomer.with(membership(original)));
            groups.put(newcomer.id(), article.group());
        }
        double precision = found / (double) (found + mistaken);
        double recall = found / (double) copies;
        assertThat(precision).isGreaterThanOrEqualTo(0.99);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aCutBeginningAnotherHeadlineAndALineBelowMakeNoOtherReport() {
        String original = arrive("original", "Bridge closed", FIRST_PARAGRAPH + REPORT);
        assertThat(originalOf("Crack shuts Tarvos bridge", REPORT)).contains(original);
        assertThat(originalOf("Five weeks of ferries", FIRST_PARAGRAPH + REPORT + BOILERPLATE))
                .contains(original);
        assertThat(originalOf("Five weeks of ferries", REPORT + BOILERPLATE)).contains(original);
    }

    @Test
    void anotherReportOnTheSameEventIsNoCopyThoughItQuotesTheSame() {
        arrive("original", "Bridge closed", FIRST_PARAGRAPH + REPORT);
        assertThat(originalOf("Bridge closed", OTHER_REPORT + BOILERPLATE)).isEmpty();
    }

    @Test
    void boilerplateInCommonMakesNoCopy() {
        arrive("original", "Bridge closed", FIRST_PARAGRAPH + REPORT + BOILERPLATE);
        assertThat(originalOf("Bridge closed", OTHER_REPORT + BOILERPLATE)).isEmpty();
    }

    @Test
    void aCopyOfACopyPointsToTheOriginal() {
        String original = arrive("original", "Bridge closed", FIRST_PARAGRAPH + REPORT);
        arrive("copy", "Crack shuts bridge", REPORT);
        assertThat(articles.get("copy").membership().copyOf()).contains(original);
        assertThat(originalOf("Crack shuts bridge", REPORT)).contains(original);
        leave("original");
        assertThat(originalOf("Crack shuts bridge", REPORT)).contains(original);
    }

    @Test
    void anOriginalThatComesBackIsNotACopyOfItself() {
        arrive("original", "Bridge closed", FIRST_PARAGRAPH + REPORT);
        arrive("copy", "Crack shuts bridge", REPORT);
        leave("original");
        arrive("original", "Bridge closed", FIRST_PARAGRAPH + REPORT);
        assertThat(articles.get("original").membership().copyOf()).isEmpty();
    }

    /** As after two stories were merged. */
    @Nested
    class OfTwoThatWereNotKnownToBeCopies {

        @Test
        void theCreditedAgencysOwnArticleIsTheOriginal() {
            add("paper", REPORT, NOON.minusSeconds(60), "www.valley.example");
            add("agency", FIRST_PARAGRAPH + REPORT, NOON, "www.reuters.com");
            add("other", REPORT, NOON.minusSeconds(90), "apnews.com");
            assertThat(originalOf("Crack shuts bridge", REPORT)).contains("agency");
        }

        @Test
        void theEarliestIsTheOriginalIfNoAgencyIsThere() {
            add("late", FIRST_PARAGRAPH + REPORT, NOON, "www.valley.example");
            add("early", REPORT, NOON.minusSeconds(60), "notreuters.com");
            assertThat(originalOf("Crack shuts bridge", REPORT)).contains("early");
        }

        @Test
        void theOneOfTheLesserIdIsTheOriginalIfTimesAreEqual() {
            add("b", REPORT, NOON, "");
            add("a", REPORT, NOON, "");
            assertThat(originalOf("Crack shuts bridge", REPORT)).contains("a");
        }

        private void add(String id, String text, Instant time, String host) {
            CopiesTest.this.add(member(id, "Bridge closed", text, time, host));
        }
    }

    private String arrive(String id, String title, String text) {
        Member newcomer = member(id, title, text);
        add(newcomer.with(membership(originalOf(newcomer))));
        return id;
    }

    private void add(Member article) {
        articles.put(article.id(), article);
        index.add(article);
    }

    private void leave(String id) {
        index.remove(articles.remove(id));
    }

    private Optional<String> originalOf(String title, String text) {
        return originalOf(member("newcomer", title, text));
    }

    private Optional<String> originalOf(Member newcomer) {
        List<Member> alike = index.articlesAlike(newcomer.fingerprint()).stream()
                .map(articles::get)
                .toList();
        return Copies.originalOf(newcomer, alike, id -> Optional.ofNullable(articles.get(id)));
    }

    private static Membership membership(Optional<String> original) {
        return new Membership("story", original);
    }

    private static Member member(String id, String title, String text) {
        return member(id, title, text, NOON, "");
    }

    private static Member member(String id, String title, String text, Instant time, String host) {
        Document document = ANALYZER.analyze(
                new ArticleText(id, title, "", text, "en", time, ContentHash.of(text), false, host, ""));
        var terms = new TermWeights(1).weigh(document.terms(), 1);
        return new Member(
                0,
                document.article().withoutBody(),
                terms,
                terms,
                terms,
                Optional.empty(),
                false,
                document.wordCount(),
                document.fingerprint(),
                document.agency(),
                document.sentences(),
                Membership.founding("story"));
    }
}
