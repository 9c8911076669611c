package news.parallax.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A static file of the pages.
 *
 * @param text all of it
 */
record Resource(String text) {
    /** Returns the file at a path of the class path; IllegalStateException if there is none. */
    static Resource of(String path) {
        try (InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("not in the jar: " + path);
            }
            return new Resource(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what tells it from other versions of itself. */
    String version() {
        return HexFormat.of().formatHex(digest(), 0, 6);
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
