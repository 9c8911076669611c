package news.parallax.crawler.feed;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps and their indexes, as XML and as lists, packed or not, with crawler-commons; document types are refused.
 * Where there are news, only those are to be crawled, since a plain sitemap lists pages of any sort and age; of a plain one
 * those changed last come first.
 */
final class SitemapReader {

    ParsedFeed read(byte[] body, HttpUrl url) throws UnreadableFeedException {
        return switch (siteMap(body, url)) {
            case SiteMapIndex index ->
                ParsedFeed.of(index.getSitemaps().stream()
                        .flatMap(listed -> Optional.ofNullable(HttpUrl.get(listed.getUrl()))
                                .map(address -> new ParsedFeed.ListedSitemap(address, time(listed.getLastModified())))
                                .stream())
                        .toList());
            case SiteMap siteMap -> urls(siteMap);
            case AbstractSiteMap other -> throw new UnreadableFeedException("no readable sitemap: " + other.getType());
        };
    }

    private static ParsedFeed urls(SiteMap siteMap) {
        List<SiteMapURL> listed = List.copyOf(siteMap.getSiteMapUrls());
        List<FeedEntry> news = listed.stream()
                .filter(page -> news(page).isPresent())
                .map(SitemapReader::entry)
                .toList();
        List<FeedEntry> all = listed.stream().map(SitemapReader::entry).toList();
        List<FeedEntry> latest = all.stream()
                .sorted(Comparator.comparing(
                        entry -> entry.updateTime().orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .toList();
        return ParsedFeed.of(new ProfileDraft().profile(), all, news.isEmpty() ? latest : news);
    }

    private static AbstractSiteMap siteMap(byte[] body, HttpUrl url) throws UnreadableFeedException {
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.setAllowDocTypeDefinitions(false);
        parser.setStrictNamespace(false);
        parser.enableExtension(Extension.NEWS);
        try {
            return parser.parseSiteMap(body, url.url());
        } catch (UnknownFormatException | IOException | RuntimeException e) {
            throw new UnreadableFeedException("no readable sitemap: " + e.getMessage());
        }
    }

    private static Optional<NewsAttributes> news(SiteMapURL page) {
        var extensions = page.getAttributesForExtension(Extension.NEWS);
        return extensions == null || extensions.length == 0
                ? Optional.empty()
                : Optional.of((NewsAttributes) extensions[0]);
    }

    private static FeedEntry entry(SiteMapURL page) {
        var draft = new EntryDraft();
        draft.link = Optional.ofNullable(HttpUrl.get(page.getUrl()));
        draft.updateTime = time(page.getLastModified());
        news(page).ifPresent(news -> {
            draft.title = PlainText.of(news.getTitle());
            draft.language = text(news.getLanguage());
            draft.publishTime = time(news.getPublicationDate());
        });
        return draft.entry();
    }

    private static Optional<Instant> time(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
