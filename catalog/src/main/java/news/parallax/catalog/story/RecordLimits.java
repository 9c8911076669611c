package news.parallax.catalog.story;

import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;

/** How many things one call may bring. */
final class RecordLimits {
    private RecordLimits() {}

    static void checkSize(String field, int count, int limit) {
        if (count > limit) {
            throw new Invalid(
                    "TOO_MANY_RECORDS",
                    "%s has %d entries, more than %d".formatted(field, count, limit),
                    Map.of("field", field, "count", String.valueOf(count), "limit", String.valueOf(limit)));
        }
    }
}
