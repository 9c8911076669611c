package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import okhttp3.HttpUrl;

/** Reads feeds and compares what rows expect of the fields that our entries and feeds have; other fields are skipped. */
final class FeedEval implements Suite {

    private static final HttpUrl SOMEWHERE = HttpUrl.get("http://127.0.0.1:8097/feed");
    private static final Pattern ENTRY = Pattern.compile("<([\\w.-]+:)?(item|entry)[\\s>]", Pattern.CASE_INSENSITIVE);

    private final FeedParser parser = new FeedParser();

    @Override
    public Verdict judge(EvalRow row) throws IOException {
        if (row.text("suite").equals("feedparser") && !row.json().path("core").asBoolean()) {
            return new Verdict.Skipped("not a core row");
        }
        byte[] body = row.json().hasNonNull("file")
                ? row.file("file")
                : row.text("data").getBytes(StandardCharsets.UTF_8);
        HttpUrl read = HttpUrl.parse(row.text("feed_url"));
        HttpUrl url = read == null ? SOMEWHERE : read;
        ParsedFeed feed;
        try {
            feed = parser.parse(body, contentType(row), location(row, url));
        } catch (UnreadableFeedException e) {
            return unreadable(row, body, e);
        }
        return switch (row.text("suite")) {
            case "feedparser" -> FeedparserChecks.judge(row.json().path("check"), feed);
            case "gofeed" -> GofeedChecks.judge(row.json().path("expected"), feed);
            case "miniflux" ->
                row.json().path("expect_error").asBoolean()
                        ? new Verdict.Failed("read, though it should be refused")
                        : PathChecks.miniflux(row.json().path("checks"), feed, url);
            case "netnewswire" -> PathChecks.netNewsWire(row.json().path("checks"), feed);
            default -> entriesFound(body, feed);
        };
    }

    private static String contentType(EvalRow row) {
        return header(row, "content-type");
    }

    private static String header(EvalRow row, String name) {
        for (var header : row.json().path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue().asText();
            }
        }
        return "";
    }

    /** A server may say that the document has another address. */
    private static HttpUrl location(EvalRow row, HttpUrl url) {
        HttpUrl location = url.resolve(header(row, "content-location"));
        return location == null ? url : location;
    }

    private static Verdict unreadable(EvalRow row, byte[] body, UnreadableFeedException e) {
        boolean expected = row.json().path("expect_error").asBoolean()
                || notAFeed(row.json().path("checks"));
        boolean hasNone = row.text("suite").equals("feedvalidator") && entries(body) == 0;
        return expected || hasNone ? Verdict.PASSED : new Verdict.Failed(String.valueOf(e.getMessage()));
    }

    private static boolean notAFeed(JsonNode checks) {
        return checks.path(0).path("value").asText().equals("notAFeed");
    }

    private static long entries(byte[] body) {
        return ENTRY.matcher(new String(body, StandardCharsets.UTF_8)).results().count();
    }

    /** The row asks whether a document that breaks rules is read: all its entries are there, or at least those not in comments. */
    private static Verdict entriesFound(byte[] body, ParsedFeed feed) {
        String document = new String(body, StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "");
        long expected = ENTRY.matcher(document).results().count();
        return expected == 0 || feed.listed().size() > 0
                ? Verdict.PASSED
                : new Verdict.Failed("of " + expected + " entries none is read");
    }
}
