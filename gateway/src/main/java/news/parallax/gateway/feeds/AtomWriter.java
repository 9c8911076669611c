package news.parallax.gateway.feeds;

import news.parallax.gateway.feeds.FeedItemView.AuthorView;
import news.parallax.gateway.page.XmlText;

/** Writes Atom 1.0 (RFC 4287), paged as in RFC 5005, section 3. */
final class AtomWriter {
    private AtomWriter() {}

    static String write(FeedView feed) {
        XmlText xml = new XmlText();
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "en");
        xml.element("id", feed.id());
        xml.element("title", feed.title());
        xml.element("subtitle", feed.description());
        xml.element("updated", feed.updated().toString());
        xml.open("author").element("name", "Parallax").close();
        xml.element("generator", "Parallax");
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.pageUrl());
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.selfUrl());
        xml.empty("link", "rel", "first", "href", feed.firstUrl());
        if (feed.nextUrl() != null) {
            xml.empty("link", "rel", "next", "href", feed.nextUrl());
        }
        if (feed.hubUrl() != null) {
            xml.empty("link", "rel", "hub", "href", feed.hubUrl());
        }
        feed.items().forEach(item -> write(item, xml));
        return xml.end();
    }

    private static void write(FeedItemView item, XmlText xml) {
        xml.open("entry");
        xml.element("id", item.id());
        if (item.language().isEmpty()) {
            xml.element("title", item.title());
        } else {
            xml.element("title", item.title(), "xml:lang", item.language());
        }
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", item.url());
        xml.element("updated", item.updated().toString());
        if (item.published() != null) {
            xml.element("published", item.published().toString());
        }
        item.authors().forEach(author -> write(author, xml));
        if (!item.text().isEmpty()) {
            xml.element("summary", item.text());
        }
        xml.element("content", item.html(), "type", "html");
        xml.close();
    }

    private static void write(AuthorView author, XmlText xml) {
        xml.open("author").element("name", author.name());
        if (!author.url().isEmpty()) {
            xml.element("uri", author.url());
        }
        xml.close();
    }
}
