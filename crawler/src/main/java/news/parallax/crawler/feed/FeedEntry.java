package news.parallax.crawler.feed;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One article as a feed lists it. Strings and lists are empty where the feed says nothing.
 *
 * @param link absolute; empty if the feed gives none that is usable
 * @param id as the feed writes it: RSS's guid, Atom's id
 * @param title plain text
 * @param summary as HTML: safe, with absolute URLs
 * @param content the article's text, or what the feed gives of it, as HTML: safe, with absolute URLs
 * @param language BCP-47
 * @param image picture that goes with the article
 * @param enclosures files, also small pictures
 */
public record FeedEntry(
        Optional<HttpUrl> link,
        String id,
        String title,
        String summary,
        String content,
        List<String> authors,
        Optional<Instant> publishTime,
        Optional<Instant> updateTime,
        String language,
        List<String> categories,
        Optional<HttpUrl> image,
        List<Enclosure> enclosures) {

    public FeedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }

    /**
     * Returns the link of an entry that has one, as all of {@link ParsedFeed#entries} have.
     *
     * @throws NoSuchElementException if it has none
     */
    public HttpUrl url() {
        return link.orElseThrow();
    }

    /** Returns the summary as plain text. */
    public String lead() {
        return PlainText.of(summary);
    }

    /** Returns the authors that are names; some feeds give addresses of mail. */
    public List<String> names() {
        return authors.stream().filter(author -> !author.contains("@")).toList();
    }

    /** Returns the first category; empty if there is none. */
    public String section() {
        return categories.isEmpty() ? "" : categories.getFirst();
    }
}
