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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                PlainText.of(entry.summary()),
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
                "<opml version=\"2.0\"><body></body></opml>"
            })
    void whatIsNoFeedIsRefusedWithAReason(String document) {
        assertThatThrownBy(() -> parser.parse(document.getBytes(StandardCharsets.UTF_8), "text/xml", URL))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageMatching("(?s)no readable (RSS or Atom|JSON Feed|sitemap).+");
    }

    @Test
    void aFeedCannotReadOurFiles() throws Exception {
        String feed = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>
                <rss version="2.0"><channel><title>x</title><item><title>&passwords;</title>
                <link>http://outlet.example/a</link></item></channel></rss>""";
        assertThat(parser.parse(feed.getBytes(StandardCharsets.UTF_8), "text/xml", URL)
                        .entries())
                .singleElement()
                .extracting(FeedEntry::title)
                .isEqualTo("&passwords;");
    }

    @Test
    void entitiesOfADocumentsOwnAreNotExpanded() throws Exception {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
                <rss version="2.0"><channel><title>x</title><item><title>A &c; B</title>
                <link>http://outlet.example/a</link></item></channel></rss>""";
        assertThat(parser.parse(bomb.getBytes(StandardCharsets.UTF_8), "text/xml", URL)
                        .entries()
                        .getFirst()
                        .title())
                .isEqualTo("A &c; B");
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

    @Test
    void brokenXmlIsReadAsFarAsItGoes() throws Exception {
        String feed = """
                \n\n<?xml version="1.0"?><RSS version=2.0><channel><title>Cats & Dogs &nbsp; &copy;</title>
                <item><title>First < second</title><link>/a?x=1&y=2</link><description>Open <b>bold<br> text</description></item>
                <item><title>Cut off</title><link>http://outlet.example/b</link><description>The end is""";
        ParsedFeed read = parser.parse(feed.getBytes(StandardCharsets.UTF_8), "text/xml", URL);
        assertThat(read.title()).isEqualTo("Cats & Dogs ©");
        assertThat(read.entries().stream().map(entry -> entry.url().toString()))
                .containsExactly("http://outlet.example/a?x=1&y=2", "http://outlet.example/b");
        assertThat(PlainText.of(read.entries().getFirst().summary())).isEqualTo("Open bold text");
    }

    @Test
    void whatRunsInTheMarkupOfAFeedIsTakenAway() throws Exception {
        String feed = """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://outlet.example/news/"><title>x</title><entry>
                <link href="a.html"/><content type="html">&lt;p onclick="run()" style="color: red; position: fixed"&gt;Text&lt;script&gt;run()&lt;/script&gt;
                &lt;a href="javascript:run()"&gt;a&lt;/a&gt;&lt;img src="b.png"&gt;&lt;/p&gt;&lt;iframe src="/f"&gt;&lt;/iframe&gt;</content></entry></feed>""";
        assertThat(parser.parse(feed.getBytes(StandardCharsets.UTF_8), "", URL)
                        .entries()
                        .getFirst()
                        .content()
                        .replaceAll("\\s+", " "))
                .isEqualTo("<p style=\"color: red;\">Text <a>a</a><img src=\"http://outlet.example/news/b.png\"></p>");
    }

    @Test
    void anIndexListsSitemapsAndAPlainOneItsNewestPagesFirst() throws Exception {
        String index =
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://outlet.example/a.xml</loc>"
                        + "<lastmod>2026-05-01</lastmod></sitemap></sitemapindex>";
        assertThat(parser.parse(index.getBytes(StandardCharsets.UTF_8), "", URL).sitemaps())
                .singleElement()
                .extracting(listed -> listed.url().toString())
                .isEqualTo("http://outlet.example/a.xml");
        String plain =
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>http://outlet.example/old</loc>"
                        + "<lastmod>2020-05-01</lastmod></url><url><loc>http://outlet.example/new</loc><lastmod>2026-05-01</lastmod></url></urlset>";
        assertThat(parser.parse(plain.getBytes(StandardCharsets.UTF_8), "", URL).entries().stream()
                        .map(entry -> entry.url().encodedPath()))
                .containsExactly("/new", "/old");
    }

    @Test
    void aFeedNamesItsHubsItselfAndItsHomePage() throws Exception {
        String feed =
                "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>x</title><link>http://outlet.example/</link>"
                        + "<a:link rel='self' href='http://outlet.example/rss'/><a:link rel='hub' href='http://hub.example/'/></channel></rss>";
        FeedProfile profile =
                parser.parse(feed.getBytes(StandardCharsets.UTF_8), "", URL).profile();
        assertThat(profile.hubs()).extracting(Object::toString).containsExactly("http://hub.example/");
        assertThat(profile.self()).map(Object::toString).contains("http://outlet.example/rss");
        assertThat(profile.homePage()).map(Object::toString).contains("http://outlet.example/");
    }

    static List<Integer> seeds() {
        return new Random(11).ints(200, 0, 1_000_000).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsDoneToAFeedItIsReadOrRefused(int seed) throws Exception {
        var random = new Random(seed);
        String[] names = {
            "rss-with-broken-entries.xml", "atom-with-relative-links.xml", "json-feed.json", "news-sitemap.xml"
        };
        byte[] feed = resource(names[random.nextInt(names.length)]);
        for (int i = random.nextInt(40); i >= 0; i--) {
            feed[random.nextInt(feed.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(feed, 1 + random.nextInt(feed.length));
        try {
            assertThat(parser.parse(cut, "", URL).entries())
                    .allSatisfy(entry -> assertThat(entry.url()).isNotNull());
        } catch (UnreadableFeedException e) {
            assertThat(e).hasMessageStartingWith("no readable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<item><title>x</title><link>/%d</link></item>", "<item><link>/%d</link>", "<a:b xmlns:a='c%d'>"
            })
    void aFeedWithoutEndIsReadAsFarAsItIsOfUse(String piece) throws Exception {
        String pieces = IntStream.range(0, 60_000).mapToObj(piece::formatted).collect(Collectors.joining());
        String feed = "<rss version='2.0'><channel><title>x</title>" + pieces;
        assertThat(parser.parse(feed.getBytes(StandardCharsets.UTF_8), "", URL).entries())
                .hasSizeLessThanOrEqualTo(FeedParser.ENTRIES_MAX);
    }
}
