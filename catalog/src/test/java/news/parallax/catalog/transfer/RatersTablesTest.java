package news.parallax.catalog.transfer;

import static news.parallax.catalog.transfer.TransferCalls.counts;
import static news.parallax.catalog.transfer.TransferCalls.importFile;
import static news.parallax.catalog.transfer.TransferCalls.refusals;
import static news.parallax.catalog.transfer.TransferServiceTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceFlag;
import news.parallax.catalog.v1.TransferFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RatersTablesTest {
    @Nested
    class Mbfc {
        @Test
        void aLineIsASourceItsRatingsAndItsFeeds() {
            var report = importFile(TransferFormat.TRANSFER_FORMAT_MBFC_JSONL, """
                    {"domain": "mbfc-line.example", "names": ["Big Group", "MBFC Line"], "mbfc": {"bias": "left-center", \
                    "reporting": "mostly-factual", "credibility": "high-credibility", "questionable": [], \
                    "url": "https://rater.example/line", "as_of": "2026-01-02T03:04:05.678Z"}, \
                    "kagi": {"country": "The Netherlands", "owner": "Big Group (Ltd)", "typology": "State Funded Media"}, \
                    "feeds": {"https://mbfc-line.example/rss": [{"category": "Sport", "type": "topic", "lang": "nl"}]}}
                    """);

            assertThat(counts(report, "sources")).containsExactly(1, 0, 0, 0);
            assertThat(counts(report, "feeds")).containsExactly(1, 0, 0, 0);
            Source stored = get("mbfc-line.example");
            assertThat(stored.getBias()).isEqualTo(Bias.BIAS_LEAN_LEFT);
            assertThat(stored.getFactuality()).isEqualTo(Factuality.FACTUALITY_HIGH);
            assertThat(stored.getName()).isEqualTo("MBFC Line");
            assertThat(stored.getCountry()).isEqualTo("NL");
            assertThat(stored.getLanguage()).isEqualTo("nl");
            assertThat(stored.getOwners(0).getId()).isEqualTo("big-group-ltd");
            assertThat(stored.getOwners(0).getCategory()).isEqualTo(OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT);
            assertThat(stored.getRatingsList())
                    .extracting(
                            Rating::getNativeValue, rating -> rating.getOther().getAxis())
                    .containsExactly(
                            tuple("left-center", ""),
                            tuple("high-credibility", "CREDIBILITY"),
                            tuple("mostly-factual", ""));
            assertThat(stored.getLinks(0).getUrl()).isEqualTo("https://rater.example/line");
            assertThat(stored.getFlagsList()).isEmpty();
        }

        @Test
        void categoriesThatAreNoLeaningBecomeFlags() {
            importFile(
                    TransferFormat.TRANSFER_FORMAT_MBFC_JSONL,
                    line(
                            "mbfc-flag.example",
                            "conspiracy-pseudoscience",
                            "[\"poor-sourcing\"]",
                            "2026-01-02T00:00:00Z"));

            Source stored = get("mbfc-flag.example");
            assertThat(stored.getBias()).isEqualTo(Bias.BIAS_UNSPECIFIED);
            assertThat(stored.getFlagsList())
                    .extracting(SourceFlag::getFlag)
                    .containsExactly("conspiracy-pseudoscience", "poor-sourcing");
        }

        @Test
        void whatTheRaterNoLongerSaysEndsAndIsKept() {
            importFile(
                    TransferFormat.TRANSFER_FORMAT_MBFC_JSONL,
                    line("mbfc-turn.example", "right", "[]", "2026-01-02T00:00:00Z"));
            var report = importFile(
                    TransferFormat.TRANSFER_FORMAT_MBFC_JSONL,
                    line("mbfc-turn.example", "satire", "[]", "2026-02-02T00:00:00Z"));

            assertThat(counts(report, "withdrawals")).containsExactly(0, 1, 0, 0);
            assertThat(get("mbfc-turn.example").getBias()).isEqualTo(Bias.BIAS_UNSPECIFIED);
            assertThat(TransferCalls.exported(
                            TransferFormat.TRANSFER_FORMAT_RATINGS_CSV, "mbfc-turn.example,mbfc,BIAS"))
                    .singleElement()
                    .asString()
                    .matches("mbfc-turn.example,mbfc,BIAS,RIGHT,right,,2026-01-02,https://rater.example/,20\\d\\d-.+");
        }

        @Test
        void anOlderFileDoesNotUndoANewerOne() {
            importFile(
                    TransferFormat.TRANSFER_FORMAT_MBFC_JSONL,
                    line("mbfc-order.example", "left", "[]", "2026-02-02T00:00:00Z"));
            importFile(
                    TransferFormat.TRANSFER_FORMAT_MBFC_JSONL,
                    line("mbfc-order.example", "satire", "[]", "2026-01-02T00:00:00Z"));

            assertThat(get("mbfc-order.example").getBias()).isEqualTo(Bias.BIAS_LEFT);
        }

        @Test
        void aPartOfASiteIsRatedAsASourceOfItsOwn() {
            importFile(TransferFormat.TRANSFER_FORMAT_MBFC_JSONL, """
                    {"domain": "mbfc-part.example", "names": ["Whole"], "mbfc": {"bias": "right", "reporting": "low", \
                    "credibility": "n/a", "questionable": [], "url": "https://rater.example/"}, "mbfc_path": "mbfc-part.example/local"}
                    """);

            assertThat(get("mbfc-part.example").getBias()).isEqualTo(Bias.BIAS_UNSPECIFIED);
            assertThat(get("mbfc-part.example/local").getBias()).isEqualTo(Bias.BIAS_RIGHT);
        }

        @Test
        void whatIsKnownOfASourceStays() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,name,country,domains
                    mbfc-known.example,Known,BE,mbfc-known.example;mbfc-alias.example
                    """);
            importFile(TransferFormat.TRANSFER_FORMAT_MBFC_JSONL, """
                    {"domain": "mbfc-alias.example", "names": ["Alias"], "kagi": {"country": "France", "owner": ""}, \
                    "feeds": {"https://mbfc-alias.example/rss": [{"category": "World", "lang": "fr"}]}}
                    """);

            Source stored = get("mbfc-known.example");
            assertThat(stored.getName()).isEqualTo("Known");
            assertThat(stored.getCountry()).isEqualTo("BE");
            assertThat(stored.getLanguage()).isEqualTo("fr");
        }

        @Test
        void theSameAgainChangesNothingThoughTwoLinesAreOfOneSource() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,domains
                    mbfc-twice.example,mbfc-twice.example;mbfc-twice-alias.example
                    """);
            String lines = """
                    {"domain": "mbfc-twice.example", "mbfc": {"bias": "satire", "url": "https://rater.example/1", \
                    "as_of": "2026-01-02T00:00:00Z"}, "kagi": {"owner": "Twice One"}}
                    {"domain": "mbfc-twice-alias.example", "mbfc": {"bias": "left", "questionable": ["hate"], \
                    "url": "https://rater.example/2", "as_of": "2026-01-02T00:00:00Z"}, \
                    "kagi": {"owner": "Twice One", "typology": "Non-Profit"}}
                    """;
            importFile(TransferFormat.TRANSFER_FORMAT_MBFC_JSONL, lines);
            var again = importFile(TransferFormat.TRANSFER_FORMAT_MBFC_JSONL, lines);

            assertThat(again.getKindsList()).allSatisfy(kind -> {
                assertThat(kind.getReport().getAddedCount()).as(kind.getKind()).isZero();
                assertThat(kind.getReport().getChangedCount())
                        .as(kind.getKind())
                        .isZero();
            });
            assertThat(get("mbfc-twice.example").getFlagsList())
                    .extracting(SourceFlag::getFlag)
                    .containsExactly("hate", "satire");
            assertThat(get("mbfc-twice.example").getBias()).isEqualTo(Bias.BIAS_LEFT);
            assertThat(get("mbfc-twice.example").getLinksCount()).isEqualTo(2);
        }

        @Test
        void aLineThatIsNoneIsOneRefusal() {
            var report = importFile(
                    TransferFormat.TRANSFER_FORMAT_MBFC_JSONL,
                    "{\n[]\n" + line("two words", "left", "[]", "2026-01-02T00:00:00Z")
                            + line("mbfc-word.example", "left", "[]", "yesterday"));

            assertThat(refusals(report, "sources"))
                    .containsExactly("1 JSON_INVALID", "2 JSON_INVALID", "3 DOMAIN_INVALID", "4 DATE_INVALID");
        }

        private static String line(String domain, String bias, String questionable, String asOf) {
            return """
                    {"domain": "%s", "mbfc": {"bias": "%s", "reporting": null, "questionable": %s, \
                    "url": "https://rater.example/", "as_of": "%s"}}
                    """.formatted(domain, bias, questionable, asOf);
        }
    }

    @Nested
    class AllSides {
        @Test
        void anOutletIsFoundByDomainOrName() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, """
                    id,name
                    sides-1.example,Sides One
                    sides-2.example,Sides Twin
                    sides-3.example,Sides Twin
                    """);
            var report = importFile(TransferFormat.TRANSFER_FORMAT_ALLSIDES_CSV, """
                    news_source,rating,rating_num,domain,url,confidence_level
                    Sides One (Online News),left-center,2,,https://www.allsides.com/news-source/sides-one,High
                    Sides Twin,Right,5,,,
                    Sides Nobody,Center,3,,,
                    Sides New,Lean Right,4,https://www.sides-new.example/,,
                    Sides One,mixed,,,,
                    """);

            assertThat(counts(report, "ratings")).containsExactly(2, 0, 0, 3);
            assertThat(refusals(report, "ratings"))
                    .containsExactly("3 SOURCE_AMBIGUOUS", "4 SOURCE_NOT_FOUND", "6 RATING_WORD_UNKNOWN");
            assertThat(get("sides-1.example").getBias()).isEqualTo(Bias.BIAS_LEAN_LEFT);
            assertThat(get("sides-1.example").getRatings(0).getConfidence()).isEqualTo(0.75);
            assertThat(get("sides-new.example").getBias()).isEqualTo(Bias.BIAS_LEAN_RIGHT);
        }

        @Test
        void aTableWithoutRatingsIsRefused() {
            var report = importFile(TransferFormat.TRANSFER_FORMAT_ALLSIDES_CSV, "name,colour\nSides One,red\n");

            assertThat(refusals(report, "ratings")).containsExactly("1 COLUMN_MISSING");
        }
    }

    @Nested
    class AdFontes {
        @Test
        void scoresAreCutWhereTheChartHasItsColumns() {
            var report = importFile(TransferFormat.TRANSFER_FORMAT_AD_FONTES_CSV, """
                    News Source,Domain,Bias,Reliability,Url
                    Fontes A,fontes-a.example,-6,48.0,https://adfontesmedia.com/a
                    Fontes B,fontes-b.example,-6.01,39.99,
                    Fontes C,fontes-c.example,30.5,15,
                    Fontes D,fontes-d.example,43,15,
                    """);

            assertThat(counts(report, "ratings")).containsExactly(6, 0, 0, 1);
            assertThat(refusals(report, "ratings")).containsExactly("5 SCORE_INVALID");
            assertThat(get("fontes-a.example").getBias()).isEqualTo(Bias.BIAS_CENTER);
            assertThat(get("fontes-a.example").getFactuality()).isEqualTo(Factuality.FACTUALITY_VERY_HIGH);
            assertThat(get("fontes-b.example").getBias()).isEqualTo(Bias.BIAS_LEAN_LEFT);
            assertThat(get("fontes-b.example").getFactuality()).isEqualTo(Factuality.FACTUALITY_MIXED);
            assertThat(get("fontes-c.example").getBias()).isEqualTo(Bias.BIAS_FAR_RIGHT);
            assertThat(get("fontes-c.example").getFactuality()).isEqualTo(Factuality.FACTUALITY_VERY_LOW);
        }

        @Test
        void scoresOfArticlesAreTheMeanOfTheirOutlet() {
            importFile(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV, "id,name\nfontes-press.example,Press of Fontes\n");
            var report = importFile(TransferFormat.TRANSFER_FORMAT_AD_FONTES_CSV, """
                    Source,Url,Bias,Quality
                    FP,https://www.fontes-press.example/1,-20,40
                    FP,https://www.fontes-press.example/2,-40,50
                    """);

            assertThat(counts(report, "ratings")).containsExactly(2, 0, 0, 0);
            assertThat(get("fontes-press.example").getRatingsList())
                    .extracting(Rating::getNativeValue)
                    .containsExactly("-30.00", "45.00");
            assertThat(get("fontes-press.example").getBias()).isEqualTo(Bias.BIAS_LEFT);
        }
    }
}
