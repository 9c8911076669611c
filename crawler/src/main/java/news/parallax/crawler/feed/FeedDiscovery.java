package news.parallax.crawler.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.crawler.feed.FeedCandidate.Kind;
import news.parallax.crawler.feed.FeedCandidate.Reason;
import news.parallax.crawler.text.Charsets;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the feeds of a site in its home page (the RSS Advisory Board's autodiscovery, and what people do instead). */
public final class FeedDiscovery {

    private static final int CANDIDATES_MAX = 40;
    private static final Charsets CHARSETS = new Charsets();
    private static final Pattern FEED_ADDRESS = Pattern.compile(
            "(?i).*/(feed|feeds?/[^?#]*|rss[\\w-]*|atom)/?$|.*(rss|feed|atom)[\\w-]*\\.(xml|rdf|json|php|aspx?)$"
                    + "|.*\\.(rss|atom|rdf)$|.*/(index|rss2?)\\.xml$");
    private static final Pattern FEED_QUERY =
            Pattern.compile("(?i)(^|.*&)(feed|format|type|alt)=(feed|rss2?|atom|rdf)(&.*|$)");
    private static final Pattern OF_COMMENTS =
            Pattern.compile("(?i)\\bcomment(s|aires?)?\\b|kommentare?\\b|comentarios\\b");

    /** Ours: where the common content systems put theirs, most common first. */
    private static final List<String> KNOWN_PATHS = List.of(
            "/feed/",
            "/rss.xml",
            "/feed.xml",
            "/rss",
            "/atom.xml",
            "/index.xml",
            "/feeds/posts/default",
            "/feed.json",
            "/news-sitemap.xml",
            "/sitemap-news.xml",
            "/sitemap_news.xml");

    private FeedDiscovery() {}

    /**
     * Returns where feeds may be, the likeliest first: what the page declares, feeds of comments last, then what it
     * links to, then where many sites have theirs. If the document is a feed itself, that is the only one.
     *
     * @param contentType as the server wrote it; empty if it did not say
     * @param url where the page was found
     */
    public static List<FeedCandidate> feeds(byte[] html, String contentType, HttpUrl url) {
        if (FeedParser.looksLikeFeed(html)) {
            return List.of(new FeedCandidate(url, "", Kind.UNKNOWN, Reason.ITSELF));
        }
        Map<HttpUrl, FeedCandidate> candidates = new LinkedHashMap<>();
        Document page = Jsoup.parse(
                CHARSETS.decode(html, contentType, Charsets.Kind.HTML).text(), url.toString());
        Stream.of(declared(page), linked(page), guessed(url))
                .flatMap(List::stream)
                .filter(candidate -> !candidate.url().equals(url))
                .limit(CANDIDATES_MAX)
                .forEach(candidate -> candidates.putIfAbsent(candidate.url(), candidate));
        return List.copyOf(candidates.values());
    }

    private static List<FeedCandidate> declared(Document page) {
        return page.select("link[rel~=(?i)\\b(alternate|feed|service\\.feed)\\b][href]").stream()
                .flatMap(link -> kind(link).flatMap(kind -> candidate(link, kind, Reason.DECLARED)).stream())
                .sorted(Comparator.comparing(FeedDiscovery::ofComments)) // stable
                .toList();
    }

    /** By its media type. Plain JSON is declared for much else, so its address must look like a feed's. */
    private static Optional<Kind> kind(Element link) {
        String type =
                link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return switch (type) {
            case "application/rss+xml", "application/rss", "text/rss", "text/rss+xml", "application/rdf+xml" ->
                Optional.of(Kind.RSS);
            case "application/atom+xml", "application/atom", "text/atom", "text/atom+xml" -> Optional.of(Kind.ATOM);
            case "application/feed+json" -> Optional.of(Kind.JSON);
            case "application/json" -> looksLikeFeed(link) ? Optional.of(Kind.JSON) : Optional.empty();
            case "application/xml", "text/xml", "application/x.atom+xml", "application/x-atom+xml" ->
                Optional.of(Kind.UNKNOWN);
            case "" ->
                link.attr("rel").toLowerCase(Locale.ROOT).contains("feed") || looksLikeFeed(link)
                        ? Optional.of(Kind.UNKNOWN)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean looksLikeFeed(Element link) {
        HttpUrl url = HttpUrl.parse(link.absUrl("href"));
        return url != null
                && (FEED_ADDRESS.matcher(url.encodedPath()).matches()
                        || url.host().startsWith("feeds.")
                        || FEED_QUERY.matcher(text(url.encodedQuery())).matches());
    }

    private static List<FeedCandidate> linked(Document page) {
        return page.select("a[href]").stream()
                .filter(FeedDiscovery::looksLikeFeed)
                .flatMap(link -> candidate(link, Kind.UNKNOWN, Reason.LINKED).stream())
                .sorted(Comparator.comparing(FeedDiscovery::ofComments))
                .toList();
    }

    private static boolean ofComments(FeedCandidate candidate) {
        return OF_COMMENTS.matcher(candidate.title()).find()
                || candidate.url().encodedPath().contains("/comments/");
    }

    private static Optional<FeedCandidate> candidate(Element link, Kind kind, Reason reason) {
        if (link.attr("href").isBlank()) {
            return Optional.empty();
        }
        String title = link.hasAttr("title") ? link.attr("title") : link.text();
        return Optional.ofNullable(HttpUrl.parse(link.absUrl("href")))
                .map(url -> url.newBuilder().fragment(null).build())
                .map(url -> new FeedCandidate(url, title.strip(), kind, reason));
    }

    private static List<FeedCandidate> guessed(HttpUrl url) {
        List<FeedCandidate> guesses = new ArrayList<>();
        for (String path : KNOWN_PATHS) {
            HttpUrl guess = url.resolve(path);
            if (guess != null) {
                guesses.add(new FeedCandidate(guess, "", Kind.UNKNOWN, Reason.GUESSED));
            }
        }
        return guesses;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
