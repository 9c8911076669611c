package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.crawler.TestConfig;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleExtractorTest {

    private static final HttpUrl URL = HttpUrl.get("http://www.outlet.example/news/bridge?utm_source=feed");

    private final ArticleExtractor extractor = new ArticleExtractor(TestConfig.with("text-limit", "2000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broken-json-ld-falls-back-to-meta",
                "canonical-of-another-site-is-not-believed",
                "text-in-divs-with-line-breaks",
                "comments-longer-than-the-article",
                "live-blog-with-several-authors",
                "agency-in-the-dateline"
            })
    void aFixtureGivesWhatItsExpectationSays(String name) throws Exception {
        ExtractedArticle article =
                extract(resource(name + ".html"), FeedFacts.NONE).orElseThrow();
        JsonNode expected = new ObjectMapper().readTree(resource(name + ".expected.json"));
        expected.fieldNames()
                .forEachRemaining(field -> assertThat(field(article, field))
                        .as(field)
                        .isEqualTo(expected.get(field).asText()));
    }

    private static String field(ExtractedArticle article, String name) {
        return switch (name) {
            case "url" -> article.url().value();
            case "title" -> article.title();
            case "lead" -> article.lead();
            case "text" -> article.text();
            case "authors" -> String.join("; ", article.authors());
            case "language" -> article.language();
            case "publisher" -> article.publisher();
            case "publishTime" -> article.publishTime().map(Instant::toString).orElse("");
            case "kind" -> article.kind().name();
            case "image" -> article.imageUrl();
            case "wire" -> article.wireCredit();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void whatThePageLacksComesFromTheFeed() {
        Instant noon = Instant.parse("2026-05-01T12:00:00Z");
        FeedFacts feed = new FeedFacts(
                "Feed title", "Feed lead", List.of("Ada Moor"), "nl-BE", Optional.of(noon), Optional.empty(), "World");
        ExtractedArticle article = extract("<p>Only a body, and a short one, without any facts.</p>", feed)
                .orElseThrow();
        assertThat(article.title()).isEqualTo("Feed title");
        assertThat(article.lead()).isEqualTo("Feed lead");
        assertThat(article.authors()).containsExactly("Ada Moor");
        assertThat(article.language()).isEqualTo("nl-BE");
        assertThat(article.publishTime()).contains(noon);
        assertThat(article.section()).isEqualTo("World");
    }

    @Test
    void whatThePageSaysBeatsTheFeed() {
        FeedFacts feed = new FeedFacts("Feed title", "", List.of(), "nl", Optional.empty(), Optional.empty(), "");
        ExtractedArticle article =
                extract("<html lang=en><h1>Page title</h1>", feed).orElseThrow();
        assertThat(article.title()).isEqualTo("Page title");
        assertThat(article.language()).isEqualTo("en");
    }

    @Test
    void theGroupOfThePublisherIsTold() {
        String page = """
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge closed", "publisher":
                {"@type": "NewsMediaOrganization", "name": "Harbor Post", "parentOrganization": {"name": "Tide Holding"}}}</script>
                <h1>Bridge closed</h1>""";
        assertThat(extract(page, FeedFacts.NONE))
                .map(ExtractedArticle::publisherGroup)
                .contains("Tide Holding");
        assertThat(extract("<h1>Bridge closed</h1>", FeedFacts.NONE))
                .map(ExtractedArticle::publisherGroup)
                .contains("");
    }

    @Test
    void aPageWithoutTitleAndTextIsNoArticle() {
        assertThat(extract("<html><body><img src=x></body></html>", FeedFacts.NONE))
                .isEmpty();
    }

    @Test
    void aTextBeyondTheLimitIsCutAtAParagraph() {
        String paragraphs = IntStream.range(0, 10)
                .mapToObj(i ->
                        "<p>%d times. %s</p>".formatted(i, "A sentence of some words, and a few more. ".repeat(20)))
                .collect(Collectors.joining());
        String text = extract("<article>" + paragraphs + "</article>", FeedFacts.NONE)
                .orElseThrow()
                .text();
        assertThat(text).hasSizeBetween(1000, 2000).endsWith("a few more.");
    }

    @Test
    void theCharsetOfTheServerIsUsed() {
        byte[] latin = "<h1>Börse schließt</h1>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(extractor.extract(latin, "text/html; charset=ISO-8859-1", URL, FeedFacts.NONE))
                .map(ExtractedArticle::title)
                .contains("Börse schließt");
    }

    @Test
    void withoutCharsetOfTheServerThatOfThePageIsUsed() {
        byte[] cyrillic = "<meta charset=windows-1251><h1>Мост закрыт</h1>".getBytes(Charset.forName("windows-1251"));
        assertThat(extractor.extract(cyrillic, "text/html", URL, FeedFacts.NONE))
                .map(ExtractedArticle::title)
                .contains("Мост закрыт");
    }

    @Test
    void aPageNestedWithoutEndIsSurvived() {
        String deep = "<div>".repeat(20_000) + "<p>At the bottom of it all there is one sentence, and it is found.</p>";
        assertThat(extract(deep, FeedFacts.NONE)).isPresent();
    }

    private Optional<ExtractedArticle> extract(String html, FeedFacts known) {
        return extractor.extract(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL, known);
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = ArticleExtractorTest.class.getResourceAsStream("/page/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
