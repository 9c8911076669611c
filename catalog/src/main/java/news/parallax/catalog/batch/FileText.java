package news.parallax.catalog.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Reads the bytes of files. */
public final class FileText {
    private FileText() {}

    /** Returns the content, which is UTF-8, without a byte order mark; ENCODING_INVALID if it is something else. */
    public static String of(String file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Invalid("ENCODING_INVALID", "%s is not UTF-8".formatted(file), Map.of("file", file));
        }
    }
}
