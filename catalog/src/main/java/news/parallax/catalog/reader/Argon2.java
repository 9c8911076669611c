package news.parallax.catalog.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 19 (RFC 9106), written as the PHC string format has it: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 * The cost stands in each hash, so that it can be raised for new ones.
 *
 * @param memoryKibibytes at least 8
 * @param passes at least 1
 */
record Argon2(int memoryKibibytes, int passes) {
    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Returns the hash of a password with a salt that nobody else has. */
    String hash(String password, byte[] salt) {
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        memoryKibibytes,
                        passes,
                        BASE64.encodeToString(salt),
                        BASE64.encodeToString(bytes(password, salt)));
    }

    /** Whether this is the password of a hash, whatever that cost. */
    static boolean matches(String password, String hash) {
        Matcher parts = FORM.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not of Argon2id");
        }
        var cost = new Argon2(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts.group(4)), cost.bytes(password, salt));
    }

    private byte[] bytes(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKibibytes)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
