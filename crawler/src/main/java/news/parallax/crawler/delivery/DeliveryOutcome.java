package news.parallax.crawler.delivery;

/** What became of a delivered article. */
public sealed interface DeliveryOutcome {

    /**
     * The catalog has committed it.
     *
     * @param created whether it was not in the catalog before
     */
    record Stored(String storyId, boolean created) implements DeliveryOutcome {}

    /**
     * It is not taken and would not be if sent again.
     *
     * @param reason UPPER_SNAKE constant
     */
    record Refused(String reason, String message) implements DeliveryOutcome {}
}
