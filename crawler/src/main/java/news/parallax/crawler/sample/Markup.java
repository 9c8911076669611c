package news.parallax.crawler.sample;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Escapes text for HTML and XML, and joins pieces. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static <T> String each(Collection<T> items, Function<T, String> markup) {
        return items.stream().map(markup).collect(Collectors.joining("\n"));
    }
}
