package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes what opens something and is told once, and the ids of it. Secrets are 256 random bits, so one round of SHA-256 hides
 * them as well as a slow hash would.
 */
@Singleton
public class Secrets {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    Secrets() {}

    /** Returns the prefix and 43 letters, digits, hyphens and underscores. */
    public String secret(String prefix) {
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(secretBytes());
    }

    public byte[] secretBytes() {
        return bytes(SECRET_BYTES);
    }

    /** Returns 16 lowercase hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    /** Returns what is kept of a secret: 64 lowercase hexadecimal digits. */
    public static String hash(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
