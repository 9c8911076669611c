package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * One line of a suite's file.
 *
 * @param folder where the suite's file lies; paths in rows start there
 * @param line number in the file, from 1
 */
record EvalRow(JsonNode json, Path folder, int line) {

    /** A name for reports; the line's number if the row has no id. */
    String id() {
        return text("id").isEmpty() ? "line " + line : text("id");
    }

    /** A property as text; empty if it is missing or null. */
    String text(String property) {
        return json.path(property).asText("");
    }

    /** The file that a property names, unpacked if its name ends with .gz. */
    byte[] file(String property) throws IOException {
        Path path = folder.resolve(text(property));
        try (InputStream bytes = Files.newInputStream(path)) {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes).readAllBytes() : bytes.readAllBytes();
        }
    }
}
