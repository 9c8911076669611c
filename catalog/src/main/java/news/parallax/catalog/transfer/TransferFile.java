package news.parallax.catalog.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * A file of an import.
 *
 * @param name for the report
 * @param rateTime when its ratings were given, for rows that do not say
 */
record TransferFile(String name, FileFormat format, Optional<Instant> rateTime, byte[] content) {
    /** Returns the content, which is UTF-8, without a byte order mark; ENCODING_INVALID if it is something else. */
    String text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Invalid("ENCODING_INVALID", "%s is not UTF-8".formatted(name), Map.of("file", name));
        }
    }
}
