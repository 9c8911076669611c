package news.parallax.crawler.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 of which none may be longer than a limit in bytes, and knows where they end. */
final class BoundedLines {

    private final InputStream bytes;
    private final int limit;
    private long offset;

    /**
     * Reads from where a stream stands.
     *
     * @param offset of that place
     */
    BoundedLines(InputStream bytes, int limit, long offset) {
        this.bytes = bytes;
        this.limit = limit;
        this.offset = offset;
    }

    /** Returns the next line, of one that is too long its first {@code limit + 1} bytes; empty at the end. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = bytes.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = bytes.read()) {
            offset++;
            if (line.size() <= limit) {
                line.write(read);
            }
        }
        offset += read < 0 ? 0 : 1;
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** Where the line behind the last one starts. */
    long offset() {
        return offset;
    }
}
