package news.parallax.crawler.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256, and of texts in a form that is equal for word-for-word copies. */
public final class ContentHash {

    private ContentHash() {}

    /** Returns the hash of a text folded in case and white space; empty if nothing is left. */
    public static String of(String text) {
        String folded = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return folded.isEmpty() ? "" : sha256(folded);
    }

    /** Returns the SHA-256 of a text in UTF-8 as 64 lowercase hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has SHA-256
        }
    }
}
