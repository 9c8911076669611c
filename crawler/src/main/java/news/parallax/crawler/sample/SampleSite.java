package news.parallax.crawler.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.parallax.crawler.outlet.Outlets.FeedKind;
import news.parallax.crawler.outlet.Outlets.Outlet;
import news.parallax.crawler.outlet.Outlets.OutletFeed;
import news.parallax.crawler.outlet.Outlets.Theme;

/**
 * Answers the requests for all outlets of the sample edition. Safe for threads; what changes is only how often each
 * feed was fetched: an article that will be corrected is when a feed of its outlet is fetched a second time, or by
 * somebody who has it from an earlier run, so that no correction is ever taken back.
 */
final class SampleSite {

    private static final String ARCHIVE_PICTURE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#c9c3b8"/>\
            <path d="M0 9 5 4l3 3 3-4 5 6z" fill="#8d877c"/></svg>""";

    private final SampleEdition edition;
    private final SamplePages pages;
    private final Map<String, Outlet> outletsByHost = new LinkedHashMap<>();
    private final Map<String, Integer> fetchesByFeed = new ConcurrentHashMap<>();

    SampleSite(SampleEdition edition) {
        this.edition = edition;
        this.pages = new SamplePages(edition.chromes());
        for (Outlet outlet : edition.outlets().outlets()) {
            outletsByHost.put(outlet.domain(), outlet);
            outlet.aliases().forEach(alias -> outletsByHost.put(alias, outlet));
        }
    }

    /** What is sent back. */
    record Page(int status, String contentType, String body) {

        static Page html(String body) {
            return new Page(200, "text/html; charset=utf-8", body);
        }

        static Page notFound(String what) {
            return new Page(404, "text/plain; charset=utf-8", "Not found: " + what + "\n");
        }
    }

    /**
     * Answers a request. On a host of no outlet the first folder of the path is the outlet.
     *
     * @param host without port
     * @param again whether the client says that it has the page already
     */
    Page page(String host, String path, boolean again) {
        if (path.equals("/edition.json")) {
            return new Page(200, "application/json", editionJson());
        }
        Outlet outlet = outletsByHost.get(host);
        if (outlet != null) {
            return page(outlet, "", "http://" + siteHost(outlet), path, again);
        }
        if (path.equals("/")) {
            return Page.html(index());
        }
        int slash = path.indexOf('/', 1);
        String domain = slash < 0 ? path.substring(1) : path.substring(1, slash);
        Outlet named = outletsByHost.get(domain);
        return named == null
                ? Page.notFound(domain)
                : page(named, "/" + domain, "/" + domain, slash < 0 ? "/" : path.substring(slash), again);
    }

    /** Outlets with a mobile host list their articles under it; the pages name the main host as the canonical one. */
    private static String siteHost(Outlet outlet) {
        return outlet.aliases().stream()
                .filter(alias -> alias.startsWith("m."))
                .findFirst()
                .orElse(outlet.domain());
    }

    private Page page(Outlet outlet, String prefix, String site, String path, boolean again) {
        if (path.equals("/")) {
            return Page.html(pages.home(outlet, articles(outlet), prefix));
        }
        if (path.equals("/robots.txt")) {
            return new Page(200, "text/plain; charset=utf-8", robots(outlet));
        }
        if (path.equals("/images/archive.svg")) {
            return new Page(200, "image/svg+xml", ARCHIVE_PICTURE);
        }
        for (OutletFeed feed : outlet.feeds()) {
            if (feed.path().equals(path)) {
                return feed(outlet, feed, site, again);
            }
        }
        List<SampleArticle> articles = articles(outlet);
        return articles.stream()
                .filter(article -> article.path().equals(path))
                .findFirst()
                .map(article -> Page.html(pages.article(outlet, article, articles, prefix)))
                .orElseGet(() -> Page.notFound(outlet.domain() + path));
    }

    private Page feed(Outlet outlet, OutletFeed feed, String site, boolean again) {
        fetchesByFeed.merge(outlet.domain() + feed.path(), again ? 2 : 1, Integer::sum);
        List<SampleArticle> listed = articles(outlet).stream()
                .filter(article -> feed.section() == null || feed.section().equals(article.section()))
                .toList();
        return new Page(
                200, SampleFeeds.contentType(feed.kind()), SampleFeeds.write(feed.kind(), outlet, listed, site));
    }

    private List<SampleArticle> articles(Outlet outlet) {
        boolean corrected = outlet.feeds().stream()
                .anyMatch(feed -> fetchesByFeed.getOrDefault(outlet.domain() + feed.path(), 0) >= 2);
        return edition.articles().stream()
                .filter(article -> article.outlet().equals(outlet.domain()))
                .map(article -> corrected ? article.corrected() : article)
                .toList();
    }

    private static String robots(Outlet outlet) {
        StringBuilder robots = new StringBuilder("User-agent: *\nDisallow: /search\nDisallow: /print/\n");
        if (outlet.theme() == Theme.PLAIN) {
            robots.append("Crawl-delay: 0.1\n");
        }
        outlet.feeds().stream()
                .filter(feed -> feed.kind() == FeedKind.SITEMAP)
                .forEach(feed -> robots.append("Sitemap: http://" + outlet.domain() + feed.path() + "\n"));
        return robots.toString();
    }

    private String index() {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sample edition</title><ul>"
                + Markup.each(
                        edition.outlets().outlets(),
                        outlet -> "<li><a href=\"/%s/\">%s</a></li>"
                                .formatted(outlet.domain(), Markup.escaped(outlet.name())))
                + "</ul></html>";
    }

    private String editionJson() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("articles", edition.articles().size());
        counts.put("outlets", edition.outlets().outlets().size());
        counts.put(
                "feeds",
                edition.outlets().outlets().stream()
                        .mapToInt(outlet -> outlet.feeds().size())
                        .sum());
        counts.put("events", edition.events());
        try {
            return new ObjectMapper().writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
