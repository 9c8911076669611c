package news.parallax.crawler.feed;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads news sitemaps with crawler-commons. URLs without news attributes are skipped: a plain sitemap lists pages of
 * any sort and age. A sitemap index lists no articles and is refused.
 */
final class SitemapReader {

    ParsedFeed read(byte[] body, HttpUrl url) throws UnreadableFeedException {
        if (!(siteMap(body, url) instanceof SiteMap siteMap)) {
            throw new UnreadableFeedException("a sitemap index lists sitemaps, not articles: add those as feeds");
        }
        List<Optional<FeedEntry>> entries =
                siteMap.getSiteMapUrls().stream().map(SitemapReader::entry).toList();
        return FeedParser.feed("", entries, Optional.empty());
    }

    private static AbstractSiteMap siteMap(byte[] body, HttpUrl url) throws UnreadableFeedException {
        SiteMapParser parser = new SiteMapParser(false);
        parser.setAllowDocTypeDefinitions(false);
        parser.setStrictNamespace(false);
        parser.enableExtension(Extension.NEWS);
        try {
            return parser.parseSiteMap("text/xml", body, url.url());
        } catch (UnknownFormatException | IOException e) {
            throw new UnreadableFeedException("no readable sitemap: " + e.getMessage());
        }
    }

    private static Optional<FeedEntry> entry(SiteMapURL listed) {
        HttpUrl url = HttpUrl.get(listed.getUrl());
        var extensions = listed.getAttributesForExtension(Extension.NEWS);
        if (url == null || extensions == null || extensions.length == 0) {
            return Optional.empty();
        }
        NewsAttributes news = (NewsAttributes) extensions[0];
        return Optional.of(new FeedEntry(
                url,
                PlainText.of(news.getTitle()),
                "",
                List.of(),
                Optional.ofNullable(news.getPublicationDate()).map(Date::toInstant),
                Optional.ofNullable(listed.getLastModified()).map(Date::toInstant),
                text(news.getLanguage()),
                ""));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
