package news.parallax.crawler.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.fetch.ContentCoding;
import news.parallax.crawler.page.ArticleExtractor;
import news.parallax.crawler.page.FeedFacts;
import news.parallax.crawler.robots.RobotsDirectives;
import okhttp3.HttpUrl;
import okio.BufferedSource;
import okio.Okio;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Turns the responses of a web archive into articles, by the same extraction as pages that are fetched. */
final class WarcPage {

    private final ArticleExtractor extractor;
    private final int bodyLimitBytes;
    private final String agent;

    WarcPage(ArticleExtractor extractor, CrawlerConfig config) {
        this.extractor = extractor;
        this.bodyLimitBytes = Math.toIntExact(config.bodyLimit().asLongValue());
        this.agent = config.userAgent();
    }

    /**
     * Returns the article of a response that is a page; what else there is in archives is skipped.
     *
     * @throws IOException if the record cannot be read
     */
    Content content(WarcRecord record) throws IOException {
        if (!(record instanceof WarcResponse response)) {
            return new Content.Skipped(record.type().toLowerCase(Locale.ROOT));
        }
        HttpUrl url = HttpUrl.parse(response.target().replaceAll("^<|>$", ""));
        if (url == null) { // dns: and the like
            return new Content.Skipped("not_http");
        }
        HttpResponse http = response.http();
        String contentType = header(http, "Content-Type");
        if (http.status() != 200) {
            return new Content.Skipped("not_ok");
        }
        if (!contentType.isEmpty() && !contentType.toLowerCase(Locale.ROOT).contains("html")) {
            return new Content.Skipped("not_html");
        }
        if (url.encodedPath().equals("/") && url.query() == null) {
            return new Content.Skipped("home_page");
        }
        if (RobotsDirectives.parse(http.headers().all("X-Robots-Tag"), agent).forbidsPage(response.date())) {
            return new Content.Skipped("forbidden_by_robots_tag");
        }
        byte[] body = body(http);
        if (body.length > bodyLimitBytes) {
            return new Content.Skipped("too_long");
        }
        return extractor
                .extract(body, contentType, url, FeedFacts.NONE)
                .<Content>map(article -> new Content.Article(article, Optional.of(response.date())))
                .orElseGet(() -> new Content.Skipped("no_article"));
    }

    /** Up to one byte more than the limit, packed and unpacked. */
    private byte[] body(HttpResponse http) throws IOException {
        byte[] packed = http.body().stream().readNBytes(bodyLimitBytes + 1);
        BufferedSource source = ContentCoding.unpacked(
                header(http, "Content-Encoding"), Okio.buffer(Okio.source(new ByteArrayInputStream(packed))));
        return source.inputStream().readNBytes(bodyLimitBytes + 1);
    }

    private static String header(HttpResponse http, String name) {
        return http.headers().first(name).orElse("");
    }
}
