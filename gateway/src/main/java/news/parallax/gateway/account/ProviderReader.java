package news.parallax.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Readers that an identity provider vouches for. */
final class ProviderReader {
    private static final int ID_BYTES = 12;

    private ProviderReader() {}

    /** Returns the id of the reader: the same for the same subject of the same issuer, and nothing that tells either. */
    static String id(String issuer, String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
            return "provider-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
