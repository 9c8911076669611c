package news.parallax.gateway.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The validator of an answer (RFC 9110, §8.8). Weak: one tag stands for the answer in every coding, and nobody asks for ranges.
 *
 * @param text as in the header
 */
record EntityTag(String text) {
    private static final int HASH_BYTES = 15;

    static EntityTag of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag("W/\""
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES))
                    + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether an If-None-Match header names it (weak comparison, §13.1.2). */
    boolean isAmong(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(","))
                        .anyMatch(tag -> opaque(tag.strip()).equals(opaque(text)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
