package news.parallax.catalog.transfer;

import java.time.Instant;
import java.util.Optional;
import news.parallax.catalog.batch.FileText;

/**
 * A file of an import.
 *
 * @param name for the report
 * @param rateTime when its ratings were given, for rows that do not say
 */
record TransferFile(String name, FileFormat format, Optional<Instant> rateTime, byte[] content) {
    /** Returns the content, which is UTF-8, without a byte order mark; ENCODING_INVALID if it is something else. */
    String text() {
        return FileText.of(name, content);
    }
}
