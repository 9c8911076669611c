package news.parallax.clusterer;

/** What became of an article. */
public sealed interface Outcome {

    /**
     * The catalog has committed it.
     *
     * @param storyId its story
     * @param created whether it was not in the catalog before
     */
    record Stored(String storyId, boolean created) implements Outcome {}

    /**
     * It is not taken.
     *
     * @param reason UPPER_SNAKE constant
     * @param message one sentence for people
     */
    record Refused(String reason, String message) implements Outcome {}
}
