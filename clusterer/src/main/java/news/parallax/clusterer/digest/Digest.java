package news.parallax.clusterer.digest;

import java.util.List;

/**
 * What a story says.
 *
 * @param storyId the story
 * @param title its headline; empty if no article has a title
 * @param titleArticleId the article whose title it is
 * @param points at most three
 * @param details what its page shows beside them
 */
public record Digest(String storyId, String title, String titleArticleId, List<Point> points, Details details) {

    public Digest {
        points = List.copyOf(points);
    }

    /**
     * A sentence and where it stands.
     *
     * @param text the sentence, word for word
     * @param articleId its article
     */
    public record Point(String text, String articleId) {}
}
