package news.parallax.catalog.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.HostName;

/**
 * Where a feed is.
 *
 * @param url absolute, http or https, at most {@link #LENGTH_MAX} characters; URL_INVALID for anything else
 */
public record FeedUrl(String url) {
    static final int LENGTH_MAX = 2_000;

    public FeedUrl {
        HostName.ofUrl(url);
        if (url.length() > LENGTH_MAX) {
            throw new Invalid(
                    "URL_INVALID",
                    "The URL has %d characters, more than %d".formatted(url.length(), LENGTH_MAX),
                    Map.of("url", url));
        }
    }

    /** Returns the id of the feed: the first 80 bits of the SHA-256 of the URL. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
