package news.parallax.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A reader's key, or the secret of a session. Both are long and random, so one round of SHA-256 hides them as well as a slow
 * hash would.
 *
 * @param value 1 to 256 printable ASCII characters without spaces, quotes, commas, semicolons and backslashes, so that
 *     it fits a header and a cookie
 */
record Secret(String value) {
    private static final int LENGTH_LIMIT = 256;

    /** Whether this can be one at all. */
    static boolean possible(String value) {
        return !value.isEmpty()
                && value.length() <= LENGTH_LIMIT
                && value.chars().allMatch(c -> c > ' ' && c < 127 && "\",;\\".indexOf(c) < 0);
    }

    /** SHA-256 as 64 lowercase hexadecimal digits. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the secret itself, so that no log can hold it. */
    @Override
    public String toString() {
        return "Secret[" + hash().substring(0, 8) + "…]";
    }
}
