package news.parallax.crawler.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines of which none may be longer than a limit. */
final class BoundedLines {

    private final Reader reader;
    private final int limit;

    BoundedLines(Reader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** Returns the next line, of one that is too long its first {@code limit + 1} characters; empty at the end. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (line.length() <= limit) {
                line.append((char) read);
            }
        }
        return Optional.of(line.toString());
    }
}
