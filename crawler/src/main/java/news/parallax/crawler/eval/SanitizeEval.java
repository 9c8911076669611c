package news.parallax.crawler.eval;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.page.ArticleExtractor;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.FeedFacts;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;

/**
 * Rows of a {@code payload}. It is put into every place of a page and of a feed's entry that we read, raw and escaped; right
 * is if the article that we would store has no string in which a browser would find an element, if its URLs are http or
 * https, and if the honest paragraph beside the payload is in its text.
 */
final class SanitizeEval implements Suite {

    private static final HttpUrl URL = HttpUrl.get("https://page.invalid/news/one");

    private static final String HONEST =
            "The council met on Monday evening and decided, after a long debate, to keep the bridge open for another year.";

    private final ArticleExtractor extractor = new ArticleExtractor(CrawlerParts.config(Map.of()));
    private final FeedParser feeds = new FeedParser();

    @Override
    public Verdict judge(EvalRow row) {
        String payload = row.text("payload");
        String escaped = escaped(payload);
        List<ExtractedArticle> articles = Stream.of(
                        extract(body(payload), FeedFacts.NONE),
                        extract(body(escaped), FeedFacts.NONE),
                        extract(head(escaped), FeedFacts.NONE),
                        extract("<p>" + HONEST, entryOf(escaped)),
                        extract("<p>" + HONEST, entryOf(escaped(escaped))))
                .flatMap(Optional::stream)
                .toList();
        if (articles.stream().noneMatch(article -> article.text().contains(HONEST))) {
            return new Verdict.Failed("nothing is left");
        }
        return articles.stream()
                .flatMap(SanitizeEval::strings)
                .filter(text -> !Jsoup.parseBodyFragment(text).body().children().isEmpty())
                .findFirst()
                .<Verdict>map(text -> new Verdict.Failed("survives: " + text.replace('\n', ' ')))
                .orElse(Verdict.PASSED);
    }

    private Optional<ExtractedArticle> extract(String page, FeedFacts known) {
        return extractor.extract(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL, known);
    }

    private static String body(String payload) {
        return "<title>Bridge stays open</title><article><h1>Bridge stays open " + payload + "</h1><p class=byline>By "
                + payload + "</p><p>" + HONEST + "</p><p>" + HONEST.replace("Monday", "Sunday") + " " + payload
                + "</p><div>"
                + payload + "</div></article>";
    }

    private static String head(String escaped) {
        String meta = Stream.of(
                        "og:title",
                        "og:description",
                        "description",
                        "author",
                        "og:image",
                        "og:url",
                        "article:section",
                        "og:site_name")
                .map(name -> "<meta property=\"" + name + "\" name=\"" + name + "\" content=\"" + escaped + "\">")
                .reduce("", String::concat);
        return meta + "<link rel=canonical href=\"" + escaped + "\"><title>" + escaped + "</title><article><p>" + HONEST
                + "</p></article>";
    }

    /** What the feed's entry says, escaped once for XML. */
    private FeedFacts entryOf(String markup) {
        String feed =
                "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>x</title><item><title>"
                        + xml(markup)
                        + "</title><link>https://page.invalid/news/one</link><description>" + xml(markup)
                        + "</description><dc:creator>"
                        + xml(markup) + "</dc:creator><category>" + xml(markup) + "</category></item></channel></rss>";
        try {
            return feeds.parse(feed.getBytes(StandardCharsets.UTF_8), "application/rss+xml", URL).entries().stream()
                    .findFirst()
                    .map(SanitizeEval::facts)
                    .orElse(FeedFacts.NONE);
        } catch (UnreadableFeedException e) {
            return FeedFacts.NONE;
        }
    }

    private static FeedFacts facts(FeedEntry entry) {
        return new FeedFacts(
                entry.title(),
                entry.summary(),
                entry.authors(),
                entry.language(),
                entry.publishTime(),
                entry.updateTime(),
                entry.section());
    }

    private static Stream<String> strings(ExtractedArticle article) {
        Stream<String> urls = Stream.of(article.url().value(), article.imageUrl())
                .filter(url -> !url.isEmpty())
                .map(url -> url.matches("(?i)https?://[^\\s\"<>]*") ? "" : "<bad>" + url);
        Stream<String> texts = Stream.of(
                article.publisher(),
                article.title(),
                article.lead(),
                article.text(),
                article.language(),
                article.section(),
                article.wireCredit());
        return Stream.concat(urls, Stream.concat(texts, article.authors().stream()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String xml(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
