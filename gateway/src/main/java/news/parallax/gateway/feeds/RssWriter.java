package news.parallax.gateway.feeds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import news.parallax.gateway.page.XmlText;

/** Writes RSS 2.0, with Atom's links for itself, its pages and its hub, as the RSS Advisory Board's profile has them. */
final class RssWriter {
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RssWriter() {}

    static String write(FeedView feed) {
        XmlText xml = new XmlText();
        xml.open(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/");
        xml.open("channel");
        xml.plainElement("title", feed.title());
        xml.element("link", feed.pageUrl());
        xml.plainElement("description", feed.description());
        xml.element("language", "en");
        xml.element("lastBuildDate", date(feed.updated()));
        xml.element("generator", "Parallax");
        xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.selfUrl());
        xml.empty("atom:link", "rel", "first", "href", feed.firstUrl());
        if (feed.nextUrl() != null) {
            xml.empty("atom:link", "rel", "next", "href", feed.nextUrl());
        }
        if (feed.hubUrl() != null) {
            xml.empty("atom:link", "rel", "hub", "href", feed.hubUrl());
        }
        feed.items().forEach(item -> write(item, xml));
        return xml.end();
    }

    private static void write(FeedItemView item, XmlText xml) {
        xml.open("item");
        xml.plainElement("title", item.title());
        xml.element("link", item.url());
        xml.element("description", item.html());
        item.authors().forEach(author -> xml.plainElement("dc:creator", author.name()));
        xml.element("guid", item.id(), "isPermaLink", "false");
        if (item.published() != null) {
            xml.element("pubDate", date(item.published()));
        }
        xml.element("atom:updated", item.updated().toString());
        xml.close();
    }

    private static String date(Instant moment) {
        return RFC_822.format(moment);
    }
}
