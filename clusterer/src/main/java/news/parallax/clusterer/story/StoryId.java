package news.parallax.clusterer.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names stories. */
final class StoryId {

    private static final int DIGITS = 20;

    private StoryId() {}

    /** Derives the id from the founding article's: the first 20 hexadecimal digits of a SHA-256. */
    static String of(String foundingArticleId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("story:" + foundingArticleId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
