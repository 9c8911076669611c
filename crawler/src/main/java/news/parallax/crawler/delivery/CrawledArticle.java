package news.parallax.crawler.delivery;

import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.page.ExtractedArticle;

/**
 * An article ready to be delivered.
 *
 * @param discoverTime when we first saw it
 * @param origin the feed entry that led to it; empty for archives and single URLs
 */
public record CrawledArticle(ExtractedArticle article, Instant discoverTime, Optional<EntryOrigin> origin) {

    /**
     * The feed entry that led to an article.
     *
     * @param url as the feed gives it
     * @param hash of title and update time
     */
    public record EntryOrigin(String feedId, String url, String hash) {}
}
