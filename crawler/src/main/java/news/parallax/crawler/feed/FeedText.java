package news.parallax.crawler.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import okhttp3.HttpUrl;

/** Reads what elements of feeds hold as text, as escaped HTML or as markup (RFC 4287, §3.1; Atom 0.3's mode; RSS by its looks). */
final class FeedText {

    private FeedText() {}

    /** Returns the content of an element of RSS as HTML: markup in it as it stands, else its text as HTML. */
    static String rss(XmlElement element) {
        return element.hasMarkup() ? element.markup() : element.text();
    }

    /** Returns the content of a text construct or content of Atom as HTML. */
    static String atom(XmlElement element) {
        String type = element.attribute("type").toLowerCase(Locale.ROOT);
        String text = element.attribute("mode").equalsIgnoreCase("base64") || isBase64(type)
                ? decoded(element.text())
                : element.text();
        if (element.hasMarkup()) {
            return element.markup();
        }
        boolean escapedHtml = type.contains("html") && !isXhtml(type)
                || element.attribute("mode").equalsIgnoreCase("escaped")
                || isBase64(type)
                || element.attribute("mode").equalsIgnoreCase("base64");
        return escapedHtml ? text : XmlElement.escaped(text);
    }

    private static boolean isXhtml(String type) {
        return type.equals("xhtml") || type.equals("application/xhtml+xml");
    }

    /** A media type that is neither text nor XML says that the content is in Base64. */
    private static boolean isBase64(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    /** As above, without what runs or loads, addresses absolute. */
    static String safe(String html, XmlElement element, HttpUrl document) {
        return html.isBlank() ? "" : SafeHtml.of(html, element.base(document));
    }
}
