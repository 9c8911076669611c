package news.parallax.gateway.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed, whatever format it is written in. Texts are plain and on one line.
 *
 * @param id of the feed, in all formats and on all pages
 * @param title of the feed
 * @param description what is in it
 * @param pageUrl the page that shows the same
 * @param selfUrl this page of the feed
 * @param firstUrl its first page
 * @param nextUrl its next page; null at the end
 * @param hubUrl WebSub hub; null if there is none
 * @param items in the order of the page
 */
record FeedView(
        String id,
        String title,
        String description,
        String pageUrl,
        String selfUrl,
        String firstUrl,
        @Nullable String nextUrl,
        @Nullable String hubUrl,
        List<FeedItemView> items) {
    /** When the newest item came or changed; the beginning of time if there is none: a feed that stays is the same feed. */
    Instant updated() {
        return items.stream().map(FeedItemView::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
