package news.parallax.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    private static final HttpUrl URL = HttpUrl.get("http://outlet.example/feeds/all");

    private final FeedParser parser = new FeedParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rss-with-broken-entries.xml",
                "rss-in-latin-1.xml",
                "atom-with-relative-links.xml",
                "json-feed.json",
                "news-sitemap.xml"
            })
    void aFixtureGivesWhatItsExpectationSays(String name) throws Exception {
        ParsedFeed feed = parser.parse(resource(name), "", URL);
        JsonNode expected =
                new ObjectMapper().readTree(resource(name.substring(0, name.lastIndexOf('.')) + ".expected.json"));
        assertThat(feed.brokenEntryCount()).isEqualTo(expected.get("broken").asInt());
        assertThat(feed.entries().stream().map(FeedParserTest::line).toList())
                .containsExactlyElementsOf(
                        new ObjectMapper().convertValue(expected.get("entries"), new TypeReference<List<String>>() {}));
    }

    /** url | title | summary | authors | published | updated | language | section */
    private static String line(FeedEntry entry) {
        return String.join(
                " | ",
                entry.url().toString(),
                entry.title(),
                entry.summary(),
                String.join(", ", entry.authors()),
                entry.publishTime().map(Instant::toString).orElse(""),
                entry.updateTime().map(Instant::toString).orElse(""),
                entry.language(),
                entry.section());
    }

    @ParameterizedTest
    @CsvSource({
        "<ttl>90</ttl>, PT1H30M",
        "<ttl>90</ttl><sy:updatePeriod>daily</sy:updatePeriod>, PT1H30M",
        "<ttl>soon</ttl>, ",
        "<ttl>-5</ttl>, ",
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>, PT6H",
        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>, ",
        "'', "
    })
    void aFeedSaysForHowLongItNeedNotBeFetchedAgain(String hint, @Nullable Duration expected) throws Exception {
        String feed =
                "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>Outlet</title>"
                        + hint + "</channel></rss>";
        assertThat(parser.parse(feed.getBytes(StandardCharsets.UTF_8), "", URL).freshFor())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void theNewestEntryIsNotOneOfTheFuture() throws Exception {
        String feed = "{\"items\": ["
                + "{\"url\": \"/a\", \"date_published\": \"2026-05-01T10:00:00Z\"},"
                + "{\"url\": \"/b\", \"date_published\": \"2026-05-01T09:00:00Z\"},"
                + "{\"url\": \"/c\", \"date_published\": \"2990-01-01T00:00:00Z\"}]}";
        assertThat(parser.parse(feed.getBytes(StandardCharsets.UTF_8), "", URL)
                        .newestEntryTime(Instant.parse("2026-05-01T12:00:00Z")))
                .contains(Instant.parse("2026-05-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Not found</body></html>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
                "{\"items\": [",
                "<rss version=\"2.0\"><channel>",
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://outlet.example/a.xml</loc></sitemap></sitemapindex>"
            })
    void whatIsNoFeedIsRefusedWithAReason(String document) {
        assertThatThrownBy(() -> parser.parse(document.getBytes(StandardCharsets.UTF_8), "text/xml", URL))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageMatching("(?s)(no readable (RSS or Atom|JSON Feed|sitemap)|a sitemap index).+");
    }

    @Test
    void aFeedCannotReadOurFiles() throws Exception {
        String feed = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>
                <rss version="2.0"><channel><title>x</title><item><title>&passwords;</title>
                <link>http://outlet.example/a</link></item></channel></rss>""";
        assertThatThrownBy(() -> parser.parse(feed.getBytes(StandardCharsets.UTF_8), "text/xml", URL))
                .isInstanceOf(UnreadableFeedException.class);
    }

    @Test
    void aSitemapCannotReadOurFiles() throws Exception {
        String sitemap = """
                <?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>http://outlet.example/a</loc><news:news><news:title>&passwords;</news:title></news:news></url></urlset>""";
        assertThatThrownBy(() -> parser.parse(sitemap.getBytes(StandardCharsets.UTF_8), "text/xml", URL))
                .isInstanceOf(UnreadableFeedException.class);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FeedParserTest.class.getResourceAsStream("/feed/" + name)) {
            return in.readAllBytes();
        }
    }
}
