package news.parallax.clusterer.catalog;

import java.util.List;

/** What became of a batch. */
public sealed interface RecordOutcome {

    /**
     * All is committed.
     *
     * @param receipts one for each article, in order
     */
    record Recorded(List<Receipt> receipts) implements RecordOutcome {}

    /**
     * Nothing is stored, because of one article.
     *
     * @param articleId the article
     * @param reason UPPER_SNAKE constant
     * @param message one sentence for people
     */
    record Refused(String articleId, String reason, String message) implements RecordOutcome {}

    /**
     * Where a stored article is.
     *
     * @param articleId the article
     * @param storyId its story, which may be another than the one asked for
     * @param created whether it was not in the catalog before
     */
    record Receipt(String articleId, String storyId, boolean created) {}
}
