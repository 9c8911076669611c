package news.parallax.crawler.feed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.crawler.text.Charsets;
import okhttp3.HttpUrl;

/**
 * Reads RSS, Atom, JSON Feed and sitemaps; tells them apart by what they contain, not by what they claim to be. What is broken
 * is read as far as it goes; document types and entities of a document's own are never looked at.
 */
@Singleton
public class FeedParser {

    /** Entries of a document that are read, the first ones: more than any outlet publishes between two visits. */
    static final int ENTRIES_MAX = 5000;

    private static final int SNIFFED_BYTES = 4096;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final Pattern XML_FEED =
            Pattern.compile("<([\\w.-]+:)?(rss|feed|rdf|channel|entry)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SITEMAP =
            Pattern.compile("<([\\w.-]+:)?(urlset|sitemapindex)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_OF_URLS = Pattern.compile("(?i)https?://\\S+(\\s.*)?", Pattern.DOTALL);

    private final Charsets charsets = new Charsets();
    private final JsonFeedReader jsonFeeds = new JsonFeedReader();
    private final SitemapReader sitemaps = new SitemapReader();

    /**
     * Parses a feed. Entries without a usable URL are skipped and counted.
     *
     * @param contentType as the server wrote it; empty if it did not say
     * @param url where the feed was found; relative URLs are resolved against it
     */
    public ParsedFeed parse(byte[] body, String contentType, HttpUrl url) throws UnreadableFeedException {
        String start = start(body);
        if (start.startsWith("{")) {
            return jsonFeeds.read(body, url);
        }
        if (isSitemap(start) || isZipped(body)) {
            return sitemaps.read(body, url);
        }
        return syndication(charsets.decode(body, contentType, Charsets.Kind.XML).text(), url);
    }

    /** Whether a document begins like a feed, so that it need not be taken for a page. */
    static boolean looksLikeFeed(byte[] body) {
        String start = start(body);
        boolean html = start.toLowerCase(Locale.ROOT).contains("<html");
        return !html && (XML_FEED.matcher(start).find() || isSitemap(start))
                || start.startsWith("{") && start.contains("jsonfeed.org");
    }

    private static boolean isSitemap(String start) {
        return SITEMAP.matcher(start).find() || LIST_OF_URLS.matcher(start).matches();
    }

    private static boolean isZipped(byte[] body) {
        return body.length > 2 && ((body[0] & 0xff) << 8 | body[1] & 0xff) == GZIP_MAGIC;
    }

    private static String start(byte[] body) {
        byte[] sniffed = Arrays.copyOf(body, Math.min(body.length, SNIFFED_BYTES));
        boolean wide = sniffed.length > 3 && (sniffed[0] == 0 || sniffed[1] == 0 || sniffed[0] == (byte) 0xff);
        return new String(sniffed, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
    }

    private static ParsedFeed syndication(String document, HttpUrl url) throws UnreadableFeedException {
        Matcher feed = XML_FEED.matcher(document);
        XmlElement root = XmlElement.root(feed.find() ? document.substring(feed.start()) : document)
                .orElseThrow(() -> new UnreadableFeedException("no readable RSS or Atom: the document has no element"));
        ParsedFeed read = switch (root.name()) {
            case "rss:rss", "rdf:rdf", "rss:rdf", "rss:channel" -> new RssReader(root, url).read();
            case "atom:feed", "rss:feed", "atom:entry", "rss:entry" -> new AtomReader(root, url).read();
            default ->
                throw new UnreadableFeedException("no readable RSS or Atom: it begins with <"
                        + root.name().replaceFirst("^.*:", "") + ">");
        };
        return read;
    }
}
