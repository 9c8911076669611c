package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import okhttp3.HttpUrl;

/** How many pages and sitemaps a sitemap lists. */
final class SitemapEval implements Suite {

    private final FeedParser parser = new FeedParser();

    @Override
    public Verdict judge(EvalRow row) throws IOException {
        if (!row.json().path("scorable").asBoolean(true)) {
            return new Verdict.Skipped("not scorable");
        }
        byte[] body =
                row.json().hasNonNull("file") ? file(row) : row.text("content").getBytes(StandardCharsets.UTF_8);
        HttpUrl url = Optional.ofNullable(HttpUrl.parse(row.text("url")))
                .orElse(HttpUrl.get("http://www.example.com/sitemap.xml"));
        boolean throwing = row.json().path("throws").asBoolean();
        try {
            ParsedFeed read = parser.parse(body, row.text("content_type"), url);
            if (throwing) {
                return new Verdict.Failed("read, though it should be refused");
            }
            Verdict pages = count(row, "n_urls", read.listed().size());
            return pages.equals(Verdict.PASSED)
                    ? count(row, "n_sitemaps", read.sitemaps().size())
                    : pages;
        } catch (UnreadableFeedException e) {
            return throwing ? Verdict.PASSED : new Verdict.Failed(String.valueOf(e.getMessage()));
        }
    }

    /** Packed sitemaps are read as they are. */
    private static byte[] file(EvalRow row) throws IOException {
        return Files.readAllBytes(row.folder().resolve(row.text("file")));
    }

    /** The rows hold lists of accepted numbers; an empty one accepts all. */
    private static Verdict count(EvalRow row, String property, int found) {
        JsonNode accepted = row.json().path(property);
        boolean right = accepted.isEmpty();
        for (JsonNode number : accepted) {
            right |= number.asInt() == found;
        }
        return right ? Verdict.PASSED : new Verdict.Failed(property + " " + accepted + ", found " + found);
    }
}
