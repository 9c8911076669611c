package news.parallax.catalog.feed;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.PageAddress;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceResolver;

/**
 * Reads feeds from OPML 2.0. An outline with xmlUrl is a feed; its source is that of htmlUrl, or else of xmlUrl; category,
 * or else the text of the outline around it, is its section. A source that is not in the catalog is added as one is that
 * an article brings: unrated, under its host.
 */
public final class OpmlReader {
    /** Outlines within outlines. */
    private static final int DEPTH_MAX = 100;

    private final String file;
    private final SourceResolver resolver;
    private final List<OpmlFeed> feeds = new ArrayList<>();
    private final Set<String> addedSourceIds = new TreeSet<>();
    private final Deque<Outline> open = new ArrayDeque<>();

    private OpmlReader(String file, SourceResolver resolver) {
        this.file = file;
        this.resolver = resolver;
    }

    /**
     * A row for each feed, and one more for what cannot be read.
     *
     * @param addedSourceIds filled, while the rows are read, with the sources that they bring
     */
    public record Document(List<OpmlFeed> feeds, Set<String> addedSourceIds) {}

    /** @param url as it is written; empty if the document cannot be read from there on */
    public record OpmlFeed(String url, Row<NewFeed> row) {}

    /** An outline as far as it concerns us; what it does not say is empty. */
    private record Outline(String text, String xmlUrl, String htmlUrl, String category) {
        static Outline of(XMLStreamReader xml) {
            return new Outline(value(xml, "text"), value(xml, "xmlUrl"), value(xml, "htmlUrl"), value(xml, "category"));
        }

        private static String value(XMLStreamReader xml, String attribute) {
            return Optional.ofNullable(xml.getAttributeValue(null, attribute))
                    .orElse("")
                    .strip();
        }
    }

    /** @param file its name, for the report */
    public static Document read(String file, String text, SourceResolver resolver) {
        var reader = new OpmlReader(file, resolver);
        reader.read(text);
        return new Document(reader.feeds, reader.addedSourceIds);
    }

    private void read(String text) {
        int line = 1;
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                int event = xml.next();
                line = Math.max(1, xml.getLocation().getLineNumber());
                take(xml, event, line);
            }
        } catch (XMLStreamException e) {
            refuse(line, new Invalid("XML_INVALID", "From here on it is no XML", Map.of()));
        } catch (CatalogException e) {
            refuse(line, e);
        }
    }

    private void take(XMLStreamReader xml, int event, int line) {
        boolean tag = event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT;
        if (!tag || !xml.getLocalName().equals("outline")) {
            return;
        }
        if (event == XMLStreamReader.END_ELEMENT) {
            open.removeLast();
            return;
        }
        Outline outline = Outline.of(xml);
        if (!outline.xmlUrl().isEmpty()) {
            String around = open.isEmpty() ? "" : open.getLast().text();
            String section = outline.category().isEmpty() ? around : outline.category();
            feeds.add(new OpmlFeed(outline.xmlUrl(), new Row<>(file, line, () -> feed(outline, section))));
        }
        open.addLast(outline);
        if (open.size() > DEPTH_MAX) {
            throw new Invalid(
                    "OUTLINES_TOO_DEEP",
                    "More than %d outlines are within each other".formatted(DEPTH_MAX),
                    Map.of("limit", String.valueOf(DEPTH_MAX)));
        }
    }

    private NewFeed feed(Outline outline, String section) {
        NewFeed.of(outline.xmlUrl(), "", section); // so that a feed that is refused brings no source
        String page = outline.htmlUrl().isEmpty() ? outline.xmlUrl() : outline.htmlUrl();
        PageAddress address = PageAddress.ofUrl(page);
        SourceEntity source = resolver.find(address).orElseGet(() -> add(address, outline.text()));
        return NewFeed.of(outline.xmlUrl(), source.id, section);
    }

    private SourceEntity add(PageAddress address, String name) {
        var wanted = new SourceResolver.Page("", address, name);
        SourceEntity source =
                resolver.resolve(List.of(wanted)).values().iterator().next();
        addedSourceIds.add(source.id);
        return source;
    }

    private void refuse(int line, CatalogException reason) {
        feeds.add(new OpmlFeed("", Row.refused(file, line, reason)));
    }

    /** No document types and nothing from outside: a file may come from anywhere. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
