package news.parallax.crawler.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.page.CanonicalUrl;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.Kind;

/** English news to deliver. */
final class Reports {

    private Reports() {}

    static CrawledArticle report(String url, String title, String text, Optional<Instant> publishTime) {
        return new CrawledArticle(
                new ExtractedArticle(
                        CanonicalUrl.of(url).orElseThrow(),
                        "",
                        title,
                        "",
                        text,
                        List.of(),
                        "en",
                        publishTime,
                        Optional.empty(),
                        "",
                        "",
                        Kind.NEWS,
                        false,
                        ""),
                Instant.parse("2026-05-01T12:00:00Z"),
                Optional.empty());
    }
}
