package news.parallax.gateway.discovery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.parallax.gateway.page.XmlText;
import org.jspecify.annotations.Nullable;

/** A list of addresses for search engines (sitemaps.org, protocol 0.9), as it grows. */
final class Sitemap {
    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private final XmlText xml = new XmlText();
    private final int limit;
    private final String entry;
    private int size;

    private Sitemap(String root, String entry, int limit) {
        this.entry = entry;
        this.limit = limit;
        xml.open(root, "xmlns", PROTOCOL, "xmlns:news", NEWS);
    }

    /** Returns an empty list of pages. */
    static Sitemap ofPages(int limit) {
        return new Sitemap("urlset", "url", limit);
    }

    /** Returns an empty list of sitemaps. */
    static Sitemap ofSitemaps(int limit) {
        return new Sitemap("sitemapindex", "sitemap", limit);
    }

    /** Whether it takes no more addresses. */
    boolean full() {
        return size >= limit;
    }

    /** Adds an address, unless it is full. */
    Sitemap add(String url, @Nullable Instant changed) {
        if (begin(url, changed)) {
            xml.close();
        }
        return this;
    }

    /** Adds a story as news (Google's extension), unless it is full. */
    void addNews(String url, String title, String language, Instant published, @Nullable Instant changed) {
        if (!begin(url, changed)) {
            return;
        }
        xml.open("news:news").open("news:publication").element("news:name", "Parallax");
        xml.element("news:language", language.isEmpty() ? "en" : language).close();
        xml.element("news:publication_date", seconds(published));
        xml.element("news:title", title).close().close();
    }

    String end() {
        return xml.end();
    }

    private boolean begin(String url, @Nullable Instant changed) {
        if (full()) {
            return false;
        }
        size++;
        xml.open(entry).element("loc", url);
        if (changed != null) {
            xml.element("lastmod", seconds(changed));
        }
        return true;
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
