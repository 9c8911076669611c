package news.parallax.catalog.transfer;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import news.parallax.catalog.feed.FeedEntity;
import news.parallax.catalog.source.SourceEntity;

/** Writes feeds as OPML 2.0, each with the address of its source as htmlUrl. */
final class OpmlText {
    private OpmlText() {}

    static String of(List<FeedEntity> feeds, List<SourceEntity> sources) {
        Map<String, SourceEntity> byId =
                sources.stream().collect(Collectors.toMap(source -> source.id, Function.identity()));
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of Parallax");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (FeedEntity feed : feeds) {
                xml.writeCharacters("\n");
                write(feed, Objects.requireNonNull(byId.get(feed.sourceId)), xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a StringWriter throws none
        }
        return text + "\n";
    }

    private static void write(FeedEntity feed, SourceEntity source, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", source.name);
        xml.writeAttribute("xmlUrl", feed.url);
        xml.writeAttribute("htmlUrl", "https://" + source.id + "/");
        if (!source.language.isEmpty()) {
            xml.writeAttribute("language", source.language);
        }
        if (!feed.section.isEmpty()) {
            xml.writeAttribute("category", feed.section);
        }
    }
}
