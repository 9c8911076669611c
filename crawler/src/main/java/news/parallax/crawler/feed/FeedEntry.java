package news.parallax.crawler.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One article as a feed lists it.
 *
 * @param url absolute, as the feed gives it
 * @param title plain text; empty if the feed gives none
 * @param summary plain text; empty if the feed gives none
 * @param language BCP-47; empty if the feed does not say
 * @param section first category; empty if none
 */
public record FeedEntry(
        HttpUrl url,
        String title,
        String summary,
        List<String> authors,
        Optional<Instant> publishTime,
        Optional<Instant> updateTime,
        String language,
        String section) {

    public FeedEntry {
        authors = List.copyOf(authors);
    }
}
