package news.parallax.crawler.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether a hub signed what came with its name (WebSub, §7.1). */
final class HubSignature {

    /** SHA-1 is what many hubs know; as a MAC it still holds. */
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /**
     * Whether a body was signed with a secret; takes equally long wherever the signatures differ.
     *
     * @param header {@code method=hexadecimal digits}
     */
    static boolean matches(String header, String secret, byte[] body) {
        String[] parts = header.strip().split("=", 2);
        String algorithm = ALGORITHMS.get(parts[0].toLowerCase(Locale.ROOT));
        if (parts.length < 2 || algorithm == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(parts[1].toLowerCase(Locale.ROOT)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible); // every Java platform has them
        } catch (IllegalArgumentException noHexadecimalDigits) {
            return false;
        }
    }
}
