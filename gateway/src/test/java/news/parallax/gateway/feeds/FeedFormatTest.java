package news.parallax.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import news.parallax.gateway.feeds.FeedItemView.AuthorView;
import news.parallax.gateway.page.PlainText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class FeedFormatTest {
    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");

    private static FeedView feed(String title, @Nullable String nextUrl) {
        String text = PlainText.of(title);
        var item = new FeedItemView(
                "tag:localhost,2026:story:1",
                "http://localhost/stories/1?a=1&b=2",
                text,
                "en",
                NOON,
                NOON.plusSeconds(60),
                List.of(new AuthorView(text, "http://localhost/sources/a")),
                text,
                "<p>&lt;b&gt; & more</p>");
        return new FeedView(
                "tag:localhost,2026:feed:top",
                text,
                text,
                "http://localhost/",
                "http://localhost/feeds/top.atom?limit=1&cursor=%22",
                "http://localhost/feeds/top.atom",
                nextUrl,
                null,
                List.of(item));
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String textOf(Document document, String element, int index) {
        return document.getElementsByTagNameNS("*", element).item(index).getTextContent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "]]>",
                "<![CDATA[",
                "<!-- --",
                "<?xml version=\"1.1\"?>",
                "&amp; & &#0; &nbsp;",
                "\" onload='x'",
                "nul\0 bell\u0007 escape\u001b",
                "half \ud83d half \ude00",
                "\u202Egnp.exe\u2066",
                "none \ufffe\uffff",
                "😀 日本 جهاز"
            })
    void hostileTextIsTextInEveryFormat(String hostile) throws Exception {
        String told = PlainText.of(hostile);
        Document atom = xml(FeedFormat.ATOM.write(feed(hostile, null)));
        Document rss = xml(FeedFormat.RSS.write(feed(hostile, null)));
        JsonNode json = new ObjectMapper().readTree(FeedFormat.JSON.write(feed(hostile, null)));

        assertThat(textOf(atom, "title", 1)).isEqualTo(told);
        assertThat(textOf(atom, "summary", 0)).isEqualTo(told);
        assertThat(textOf(rss, "title", 1)).isEqualTo(told);
        assertThat(textOf(rss, "creator", 0)).isEqualTo(told);
        assertThat(json.at("/items/0/title").asText()).isEqualTo(told);
        assertThat(atom.getElementsByTagName("*").getLength())
                .as("elements of ours alone")
                .isEqualTo(xml(FeedFormat.ATOM.write(feed("plain", null)))
                        .getElementsByTagName("*")
                        .getLength());
    }

    @Test
    void atomNamesItsPagesAndTheItemsMarkup() throws Exception {
        Document atom = xml(FeedFormat.ATOM.write(feed("T", "http://localhost/feeds/top.atom?cursor=x")));

        assertThat(textOf(atom, "id", 0)).isEqualTo("tag:localhost,2026:feed:top");
        assertThat(textOf(atom, "updated", 0)).isEqualTo("2026-10-05T12:01:00Z");
        assertThat(textOf(atom, "content", 0)).isEqualTo("<p>&lt;b&gt; & more</p>");
        var links = atom.getElementsByTagNameNS("*", "link");
        assertThat(links.item(1).getAttributes().getNamedItem("href").getNodeValue())
                .isEqualTo("http://localhost/feeds/top.atom?limit=1&cursor=%22");
        assertThat(links.item(3).getAttributes().getNamedItem("rel").getNodeValue())
                .isEqualTo("next");
    }

    @Test
    void rssWritesItsDatesAsMailDoes() throws Exception {
        Document rss = xml(FeedFormat.RSS.write(feed("T", null)));

        assertThat(textOf(rss, "pubDate", 0)).isEqualTo("Mon, 05 Oct 2026 12:00:00 GMT");
        assertThat(textOf(rss, "guid", 0)).isEqualTo("tag:localhost,2026:story:1");
    }

    @Test
    void rssTitlesAreSafeWithReadersThatTakeThemForHtml() {
        assertThat(FeedFormat.RSS.write(feed("<b> & </b>", null)))
                .contains("<title>&#x3C;b&gt; &#x26; &#x3C;/b&gt;</title>");
    }

    @Test
    void aFeedWithoutItemsIsAFeed() throws Exception {
        FeedView one = feed("T", null);
        var none = new FeedView(
                one.id(), one.title(), "", one.pageUrl(), one.selfUrl(), one.firstUrl(), null, null, List.of());

        assertThat(textOf(xml(FeedFormat.ATOM.write(none)), "updated", 0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(xml(FeedFormat.RSS.write(none)).getElementsByTagName("item").getLength())
                .isZero();
        assertThat(new ObjectMapper().readTree(FeedFormat.JSON.write(none)).get("items"))
                .isEmpty();
    }
}
