package news.parallax.catalog.bench;

import java.time.Instant;
import java.util.List;
import news.parallax.catalog.coverage.CountedSource;

/**
 * A story that was never told.
 *
 * @param articles earliest first; the title is that of the first
 * @param subjects whom and what it is about
 */
record InventedStory(String id, List<InventedArticle> articles, List<String> subjects) {
    /** One of its articles, on its own address. */
    record InventedArticle(
            String id, String url, CountedSource source, String title, String lead, String text, Instant time) {}
}
