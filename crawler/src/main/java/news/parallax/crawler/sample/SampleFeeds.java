package news.parallax.crawler.sample;

import static news.parallax.crawler.sample.Markup.each;
import static news.parallax.crawler.sample.Markup.escaped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.parallax.crawler.outlet.Outlets.FeedKind;
import news.parallax.crawler.outlet.Outlets.Outlet;
import news.parallax.crawler.outlet.Outlets.Theme;

/** Writes the feeds of the sample outlets in each format that the crawler reads. */
final class SampleFeeds {

    private SampleFeeds() {}

    static String contentType(FeedKind kind) {
        return switch (kind) {
            case RSS -> "application/rss+xml; charset=utf-8";
            case ATOM -> "application/atom+xml; charset=utf-8";
            case JSON -> "application/feed+json";
            case SITEMAP -> "application/xml";
        };
    }

    /**
     * Writes a feed.
     *
     * @param site what stands before the path in links, without a slash at its end
     */
    static String write(FeedKind kind, Outlet outlet, List<SampleArticle> articles, String site) {
        return switch (kind) {
            case RSS -> rss(outlet, articles, site);
            case ATOM -> atom(outlet, articles, site);
            case JSON -> json(outlet, articles, site);
            case SITEMAP -> sitemap(outlet, articles, site);
        };
    }

    private static String rss(Outlet outlet, List<SampleArticle> articles, String site) {
        String items = each(articles, article -> """
                <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid>
                <description>%s</description><pubDate>%s</pubDate><category>%s</category>%s%s</item>""".formatted(
                        escaped(article.title()),
                        escaped(link(outlet, article, site)),
                        escaped(article.outlet() + article.path()),
                        escaped("<p>" + escaped(article.lead()) + "</p>"),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(article.published()),
                        escaped(article.section()),
                        each(article.authors(), name -> "<dc:creator>" + escaped(name) + "</dc:creator>"),
                        article.updated() == null
                                ? ""
                                : "<atom:updated>" + SamplePages.TIME.format(article.updated()) + "</atom:updated>"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
                <channel><title>%s</title><link>%s/</link><description>%s</description><language>%s</language>
                %s
                </channel></rss>
                """.formatted(escaped(outlet.name()), site, escaped(outlet.name()), outlet.language(), items);
    }

    private static String atom(Outlet outlet, List<SampleArticle> articles, String site) {
        String entries = each(articles, article -> """
                <entry><id>tag:%s,2026:%s</id><title>%s</title><link rel="alternate" href="%s"/>
                <summary>%s</summary><published>%s</published><updated>%s</updated><category term="%s"/>%s</entry>""".formatted(
                        article.outlet(),
                        article.path(),
                        escaped(article.title()),
                        escaped(link(outlet, article, site)),
                        escaped(article.lead()),
                        SamplePages.TIME.format(article.published()),
                        SamplePages.TIME.format(lastChange(article)),
                        escaped(article.section()),
                        each(article.authors(), name -> "<author><name>" + escaped(name) + "</name></author>")));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s"><id>tag:%s,2026:feed</id><title>%s</title>
                <updated>%s</updated>
                %s
                </feed>
                """.formatted(
                        outlet.language(),
                        outlet.domain(),
                        escaped(outlet.name()),
                        SamplePages.TIME.format(latest(articles)),
                        entries);
    }

    private static String json(Outlet outlet, List<SampleArticle> articles, String site) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", outlet.name());
        feed.put("language", outlet.language());
        feed.put(
                "items",
                articles.stream().map(article -> item(outlet, article, site)).toList());
        try {
            return new ObjectMapper().writeValueAsString(feed);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, Object> item(Outlet outlet, SampleArticle article, String site) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", article.path());
        item.put("url", link(outlet, article, site));
        item.put("title", article.title());
        item.put("summary", article.lead());
        item.put("date_published", SamplePages.TIME.format(article.published()));
        if (article.updated() != null) {
            item.put("date_modified", SamplePages.TIME.format(article.updated()));
        }
        item.put(
                "authors",
                article.authors().stream().map(name -> Map.of("name", name)).toList());
        item.put("tags", List.of(article.section()));
        return item;
    }

    private static String sitemap(Outlet outlet, List<SampleArticle> articles, String site) {
        String urls = each(articles, article -> """
                <url><loc>%s</loc><lastmod>%s</lastmod><news:news><news:publication><news:name>%s</news:name>
                <news:language>%s</news:language></news:publication><news:publication_date>%s</news:publication_date>
                <news:title>%s</news:title></news:news></url>""".formatted(
                        escaped(link(outlet, article, site)),
                        SamplePages.TIME.format(lastChange(article)),
                        escaped(outlet.name()),
                        outlet.language(),
                        SamplePages.TIME.format(article.published()),
                        escaped(article.title())));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                %s
                </urlset>
                """.formatted(urls);
    }

    /** Outlets with the social-media theme mark the way of their readers, as such sites do. */
    private static String link(Outlet outlet, SampleArticle article, String site) {
        String tracking = outlet.theme() == Theme.OPENGRAPH ? "?utm_source=feed&utm_medium=syndication" : "";
        return site + article.path() + tracking;
    }

    private static OffsetDateTime lastChange(SampleArticle article) {
        return article.updated() == null ? article.published() : article.updated();
    }

    private static OffsetDateTime latest(List<SampleArticle> articles) {
        return articles.stream()
                .map(SampleFeeds::lastChange)
                .max(OffsetDateTime::compareTo)
                .orElse(OffsetDateTime.MIN);
    }
}
