package news.parallax.crawler.feed;

import okhttp3.HttpUrl;

/**
 * A file that an entry comes with: a picture, a recording, a film.
 *
 * @param type media type in lower case; empty if the feed does not say
 * @param sizeBytes 0 if the feed does not say
 */
public record Enclosure(HttpUrl url, String type, long sizeBytes) {

    /** Returns whether it is a picture, by its type or else by the end of its name. */
    boolean image() {
        return type.isEmpty()
                ? url.encodedPath().matches("(?i).*\\.(jpe?g|png|webp|gif|avif)")
                : type.startsWith("image/");
    }
}
