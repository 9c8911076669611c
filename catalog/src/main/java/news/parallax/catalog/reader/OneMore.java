package news.parallax.catalog.reader;

import java.util.Map;
import news.parallax.catalog.error.CatalogException.Exhausted;

/** Whether a reader may have one more of something. */
public final class OneMore {
    private OneMore() {}

    /** Refuses it by the reason if there are as many as may be. */
    public static void of(String reason, long count, int limit) {
        if (count >= limit) {
            throw new Exhausted(
                    reason,
                    "There are %d, and no more than %d may be".formatted(count, limit),
                    Map.of("count", String.valueOf(count), "limit", String.valueOf(limit)));
        }
    }
}
