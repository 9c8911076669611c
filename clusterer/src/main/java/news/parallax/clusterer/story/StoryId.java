package news.parallax.clusterer.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names stories. */
final class StoryId {

    private static final int DIGITS = 20;

    private StoryId() {}

    /** Derives the id from the founding article's: the first 20 hexadecimal digits of a SHA-256. */
    static String of(String foundingArticleId) {
        return hash("story:" + foundingArticleId);
    }

    /**
     * Derives the id of a story that is split off from what is split. Not from one of its articles: that one may have
     * founded a story which was merged since, and whose id stands for another one for ever.
     */
    static String ofSplit(String fromStoryId, List<String> articleIdsBefore, List<String> articleIdsLeaving) {
        return hash("split:" + fromStoryId + articleIdsBefore + articleIdsLeaving);
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
