package news.parallax.crawler.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an article before its page is read; fills what the page lacks. Empty strings and lists are unknown.
 */
public record FeedFacts(
        String title,
        String lead,
        List<String> authors,
        String language,
        Optional<Instant> publishTime,
        Optional<Instant> modifyTime,
        String section) {

    public static final FeedFacts NONE = new FeedFacts("", "", List.of(), "", Optional.empty(), Optional.empty(), "");

    public FeedFacts {
        authors = List.copyOf(authors);
    }
}
