package news.parallax.crawler.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a feed says of itself. Strings and lists are empty where it says nothing.
 *
 * @param title plain text
 * @param description plain text
 * @param id Atom's id
 * @param language BCP-47
 * @param homePage of which it is the feed
 * @param self where it wants to be fetched; also the topic of a WebSub subscription
 * @param hubs of WebSub, best first
 * @param icon picture that stands for it
 * @param freshFor for how long it need not be fetched again
 */
public record FeedProfile(
        String title,
        String description,
        String id,
        String language,
        Optional<HttpUrl> homePage,
        Optional<HttpUrl> self,
        List<HttpUrl> hubs,
        Optional<HttpUrl> icon,
        List<String> authors,
        List<String> categories,
        Optional<Instant> publishTime,
        Optional<Instant> updateTime,
        Optional<Duration> freshFor) {

    public FeedProfile {
        hubs = List.copyOf(hubs);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }
}
