package news.parallax.catalog.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Reads the values of a key, which a page token carries as text; refuses what no list of ours has written. */
public final class PageKey {
    private PageKey() {}

    public static Instant moment(String value) {
        return read(value, Instant::parse);
    }

    public static double decimal(String value) {
        return read(value, Double::parseDouble);
    }

    public static long number(String value) {
        return read(value, Long::parseLong);
    }

    public static int count(String value) {
        return read(value, Integer::parseInt);
    }

    private static <T> T read(String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (NumberFormatException | DateTimeException e) {
            throw new Invalid(
                    "PAGE_TOKEN_INVALID", "page_token holds the key %s".formatted(value), Map.of("key", value));
        }
    }
}
