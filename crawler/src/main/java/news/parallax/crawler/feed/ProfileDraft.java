package news.parallax.crawler.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import okhttp3.HttpUrl;

/** What a feed says of itself while it is read; used by one thread. */
final class ProfileDraft {

    String title = "";
    String description = "";
    String id = "";
    String language = "";
    Optional<HttpUrl> homePage = Optional.empty();
    Optional<HttpUrl> self = Optional.empty();
    final SequencedSet<HttpUrl> hubs = new LinkedHashSet<>();
    Optional<HttpUrl> icon = Optional.empty();
    final SequencedSet<String> authors = new LinkedHashSet<>();
    final SequencedSet<String> categories = new LinkedHashSet<>();
    Optional<Instant> publishTime = Optional.empty();
    Optional<Instant> updateTime = Optional.empty();
    Optional<Duration> freshFor = Optional.empty();

    FeedProfile profile() {
        authors.remove("");
        categories.remove("");
        return new FeedProfile(
                title,
                description,
                id,
                language.replace('_', '-'),
                homePage,
                self,
                List.copyOf(hubs),
                icon,
                List.copyOf(authors),
                List.copyOf(categories),
                publishTime,
                updateTime,
                freshFor);
    }
}
