package news.parallax.catalog.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.OwnerCategory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterCatalogueTest {
    private static final StarterCatalogue SHIPPED = StarterCatalogue.shipped();

    @Test
    void itHasNoFault() {
        assertThat(StarterFaults.of(SHIPPED)).isEmpty();
    }

    @Test
    void itHasOutletsOfManyCountriesAndLanguages() {
        assertThat(SHIPPED.column("sources.csv", "id")).hasSizeGreaterThanOrEqualTo(250);
        assertThat(SHIPPED.column("sources.csv", "country").distinct()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(SHIPPED.column("sources.csv", "language").distinct()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void itHasEveryBiasStepAndUnratedOutlets() {
        List<Map<String, String>> leans = SHIPPED.table("ratings.csv").stream()
                .filter(row -> row.get("axis").equals("BIAS"))
                .toList();
        Set<String> rated = leans.stream().map(row -> row.get("source_id")).collect(Collectors.toSet());
        assertThat(leans.stream().map(row -> row.get("value")))
                .contains(Arrays.stream(BiasStep.values()).map(Enum::name).toArray(String[]::new));
        assertThat(SHIPPED.column("sources.csv", "id").filter(id -> !rated.contains(id)))
                .isNotEmpty();
    }

    @Test
    void itHasOwnersOfEveryCategory() {
        assertThat(SHIPPED.column("owners.csv", "category").distinct())
                .containsExactlyInAnyOrder(
                        Arrays.stream(OwnerCategory.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void mostOutletsHaveAFeed() {
        long sources = SHIPPED.table("sources.csv").size();
        long followed = SHIPPED.feeds().stream()
                .map(feed -> feed.get("htmlUrl"))
                .distinct()
                .count();
        assertThat(followed * 3).isGreaterThan(sources * 2);
    }

    @Nested
    class ACatalogueIsFaulted {
        @ParameterizedTest
        @CsvSource({
            "sources.csv, country, XX, no country",
            "sources.csv, language, qq, no language",
            "sources.csv, language, en_GB, no language",
            "sources.csv, kind, gazette, no kind",
            "sources.csv, paywall, some, no paywall",
            "sources.csv, domains, elsewhere.example, id is not the first domain",
            "owners.csv, category, RICH, no category",
            "owners.csv, country, XX, no country",
            "owners.csv, parent_owner_id, nobody, no such parent",
            "ownership.csv, source_id, nowhere.example, no such source",
            "ownership.csv, owner_id, nobody, no such owner",
            "ownership.csv, share_percent, 0, no share",
            "ownership.csv, share_percent, 101, no share",
            "ownership.csv, since, 2027, no past",
            "raters.csv, home_url, http://mediabiasfactcheck.com/, no page",
            "raters.csv, home_url, https://rater.example/, rater not in the notice",
            "ratings.csv, source_id, nowhere.example, no such source",
            "ratings.csv, rater_id, nobody, no such rater",
            "ratings.csv, axis, TASTE, no step",
            "ratings.csv, value, MIDDLE, no step",
            "ratings.csv, native_value, ' ', not in the rater's words",
            "ratings.csv, rate_date, '', no past",
            "ratings.csv, rate_date, 2026, no past",
            "ratings.csv, rate_date, 2026-11-25, no past",
            "ratings.csv, url, https://elsewhere.example/page, not a page of the rater",
            "ratings.csv, url, http://mediabiasfactcheck.com/page/, not a page of the rater",
            "flags.csv, rater_id, nobody, no such rater",
            "flags.csv, flag, Satire!, no flag",
            "flags.csv, source_id, 444.hu, flag and lean",
            "source_links.csv, source_id, nowhere.example, no such source",
            "source_links.csv, url, https://elsewhere.example/page, not a page of the rater",
        })
        void ifOneCellIsWrong(String table, String column, String value, String fault) {
            assertFaulted(SHIPPED.withCell(table, column, value), fault);
        }

        @ParameterizedTest
        @CsvSource({
            "sources.csv, name, Another name, id twice",
            "sources.csv, id, elsewhere.example, name twice",
            "owners.csv, name, Another name, id twice",
            "owners.csv, id, somebody, owns nothing",
            "ownership.csv, share_percent, 1, ownership twice",
            "ratings.csv, value, RIGHT, rating twice",
            "flags.csv, rate_date, 2026-01-01, flag twice",
        })
        void ifSomethingIsSaidTwice(String table, String column, String value, String fault) {
            assertFaulted(SHIPPED.withRowLikeTheFirst(table, column, value), fault);
        }

        @ParameterizedTest
        @CsvSource({
            "harbor.example;www.harbor.example, dead alias",
            "harbor.example;news.harbor.example, dead alias",
            "harbor.example;bbc.com, domain twice",
            "harbor.example;harbor.example, domain twice",
            "harbor.example;Quay.example, no host",
            "harbor.example;, no host",
        })
        void ifAnAliasIsDead(String domains, String fault) {
            Map<String, String> row = Map.of(
                    "id", "harbor.example",
                    "name", "The Harbor",
                    "country", "NO",
                    "language", "no",
                    "kind", "newspaper",
                    "paywall", "",
                    "domains", domains);
            assertFaulted(
                    SHIPPED.withTable(
                            "sources.csv",
                            Stream.concat(SHIPPED.table("sources.csv").stream(), Stream.of(row))
                                    .toList()),
                    fault);
        }

        @Test
        void ifAnOwnerOwnsItself() {
            Map<String, String> child = SHIPPED.table("owners.csv").stream()
                    .filter(row -> !row.get("parent_owner_id").isEmpty())
                    .findFirst()
                    .orElseThrow();
            List<Map<String, String>> owners = SHIPPED.table("owners.csv").stream()
                    .map(row -> row.get("id").equals(child.get("parent_owner_id"))
                            ? Map.of(
                                    "id", row.get("id"),
                                    "name", row.get("name"),
                                    "category", row.get("category"),
                                    "country", row.get("country"),
                                    "parent_owner_id", child.get("id"))
                            : row)
                    .toList();
            assertFaulted(SHIPPED.withTable("owners.csv", owners), "owns itself");
        }

        @ParameterizedTest
        @CsvSource({
            "text, Another title, feed twice",
            "xmlUrl, ftp://harbor.example/feed, no feed",
            "htmlUrl, https://nowhere.example/, no such source",
            "language, qq, no language",
        })
        void ifAFeedIsWrong(String attribute, String value, String fault) {
            assertFaulted(SHIPPED.withFeedLikeTheFirst(attribute, value), fault);
        }

        @Test
        void ifAFeedDiffersOnlyByItsSchemeAndLastSlash() {
            String url = SHIPPED.feeds().getFirst().get("xmlUrl");
            assertFaulted(
                    SHIPPED.withFeedLikeTheFirst("xmlUrl", url.replaceFirst("https", "http") + "/"), "feed twice");
        }

        private static void assertFaulted(StarterCatalogue catalogue, String fault) {
            assertThat(StarterFaults.of(catalogue)).anyMatch(found -> found.startsWith(fault));
        }
    }
}
