package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import news.parallax.crawler.page.PublishTime;
import news.parallax.crawler.url.WebUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Compares what others' libraries tell of feeds with what ours does. */
final class FeedValues {

    private FeedValues() {}

    /** Ours are texts where theirs are markup, so the text of theirs counts; entities that they leave are resolved. */
    static boolean sameText(String expected, String found) {
        return text(expected).equals(text(found)) || text(text(expected)).equals(text(found));
    }

    private static String text(String markup) {
        return collapsed(
                markup.indexOf('<') >= 0 || markup.indexOf('&') >= 0
                        ? Jsoup.parse(markup).text()
                        : markup);
    }

    /** Markup is the same if it means the same: order and quotes of attributes, and how characters are escaped, do not count. */
    static boolean sameMarkup(String expected, String found) {
        return canonical(expected).equals(canonical(found));
    }

    private static String canonical(String markup) {
        Document parsed = Jsoup.parseBodyFragment(markup);
        parsed.outputSettings().prettyPrint(false);
        parsed.body().getAllElements().forEach(element -> {
            var attributes = element.attributes().asList().stream()
                    .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                    .toList();
            element.clearAttributes();
            attributes.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
        });
        boolean wrapped = parsed.body().childNodeSize() == 1
                && parsed.body().childrenSize() == 1
                && parsed.body().child(0).normalName().equals("div");
        return collapsed((wrapped ? parsed.body().child(0) : parsed.body()).html());
    }

    private static String collapsed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Addresses are the same if they are so in normal form. */
    static boolean sameUrl(String expected, String found) {
        return normal(expected).equals(normal(found));
    }

    private static String normal(String url) {
        return WebUrl.http(url).map(Object::toString).orElse(url.strip());
    }

    /** Times are written as text in any form, or as year, month, day, hour, minute, second. */
    static boolean sameTime(JsonNode expected, Optional<Instant> found) {
        if (expected.isNull() || expected.asText("").equals("0001-01-01T00:00:00Z")) {
            return found.isEmpty();
        }
        if (expected.isArray()) {
            ZonedDateTime time = ZonedDateTime.of(
                    expected.path(0).asInt(),
                    expected.path(1).asInt(),
                    expected.path(2).asInt(),
                    expected.path(3).asInt(),
                    expected.path(4).asInt(),
                    expected.path(5).asInt(),
                    0,
                    ZoneOffset.UTC);
            return found.map(Instant::getEpochSecond).equals(Optional.of(time.toEpochSecond()));
        }
        return PublishTime.parse(expected.asText())
                .map(Instant::getEpochSecond)
                .equals(found.map(Instant::getEpochSecond));
    }
}
