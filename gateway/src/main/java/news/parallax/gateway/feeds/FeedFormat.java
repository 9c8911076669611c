package news.parallax.gateway.feeds;

import java.util.Locale;
import java.util.function.Function;

/** How a feed is written. */
enum FeedFormat {
    /** RFC 4287. */
    ATOM("application/atom+xml", AtomWriter::write),
    /** RSS 2.0. */
    RSS("application/rss+xml", RssWriter::write),
    /** JSON Feed 1.1. */
    JSON("application/feed+json", JsonFeedWriter::write);

    /** Endings of addresses, as a pattern of a path. */
    static final String ENDINGS = "atom|rss|json";

    private final String mediaType;
    private final Function<FeedView, String> writer;

    FeedFormat(String mediaType, Function<FeedView, String> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** Returns the format of an ending that the routes let through. */
    static FeedFormat of(String ending) {
        return valueOf(ending.toUpperCase(Locale.ROOT));
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType + ";charset=UTF-8";
    }

    String write(FeedView feed) {
        return writer.apply(feed);
    }
}
