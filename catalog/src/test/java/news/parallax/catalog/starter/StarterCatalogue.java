package news.parallax.catalog.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Element;

/**
 * The files of the starter catalogue, as they are written.
 *
 * @param tables the rows of each table by its file name, each row by column
 * @param feeds the outlines of its OPML, by attribute
 * @param notice who is quoted, and how
 */
record StarterCatalogue(Map<String, List<Map<String, String>>> tables, List<Map<String, String>> feeds, String notice) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> TABLES = List.of(
            "sources.csv", "owners.csv", "ownership.csv", "raters.csv", "ratings.csv", "flags.csv", "source_links.csv");

    static StarterCatalogue shipped() {
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        TABLES.forEach(name -> tables.put(name, read(name, StarterCatalogue::table)));
        return new StarterCatalogue(
                tables,
                read("feeds.opml", StarterCatalogue::outlines),
                read("NOTICE", bytes -> new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
    }

    List<Map<String, String>> table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    Stream<String> column(String table, String column) {
        return table(table).stream().map(row -> row.get(column));
    }

    /** Returns a catalogue that differs in one cell: that of the first row which has something there. */
    StarterCatalogue withCell(String table, String column, String value) {
        List<Map<String, String>> rows = new ArrayList<>(table(table));
        int row = IntStream.range(0, rows.size())
                .filter(at -> !rows.get(at).get(column).isEmpty())
                .findFirst()
                .orElseThrow();
        rows.set(row, changed(rows.get(row), column, value));
        return withTable(table, rows);
    }

    /** Returns a catalogue whose table has its first row twice, the second time with another cell. */
    StarterCatalogue withRowLikeTheFirst(String table, String column, String value) {
        List<Map<String, String>> rows = new ArrayList<>(table(table));
        rows.add(changed(rows.getFirst(), column, value));
        return withTable(table, rows);
    }

    StarterCatalogue withTable(String table, List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> changed = new HashMap<>(tables);
        changed.put(table, rows);
        return new StarterCatalogue(changed, feeds, notice);
    }

    /** Returns a catalogue with one more feed, like the first but for one attribute. */
    StarterCatalogue withFeedLikeTheFirst(String attribute, String value) {
        List<Map<String, String>> changed = new ArrayList<>(feeds);
        changed.add(changed(feeds.getFirst(), attribute, value));
        return new StarterCatalogue(tables, changed, notice);
    }

    private static Map<String, String> changed(Map<String, String> row, String column, String value) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put(column, value);
        return changed;
    }

    private static List<Map<String, String>> table(InputStream bytes) throws IOException {
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        return FORMAT.parse(text).stream().map(CSVRecord::toMap).toList();
    }

    private static List<Map<String, String>> outlines(InputStream bytes) throws Exception {
        var outlines = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(bytes)
                .getElementsByTagName("outline");
        return IntStream.range(0, outlines.getLength())
                .mapToObj(at -> attributes((Element) outlines.item(at)))
                .toList();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new HashMap<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            var attribute = element.getAttributes().item(at);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        return attributes;
    }

    private interface FileReader<T> {
        T read(InputStream bytes) throws Exception;
    }

    private static <T> T read(String name, FileReader<T> reader) {
        try (InputStream bytes = StarterCatalogue.class.getResourceAsStream("/starter/" + name)) {
            return reader.read(Objects.requireNonNull(bytes, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }
}
