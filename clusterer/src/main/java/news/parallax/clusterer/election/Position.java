package news.parallax.clusterer.election;

/**
 * Where an article stands in the order in which its producer wants its articles assigned.
 *
 * @param producer who sends, since it was started
 * @param number its place, from 1 on
 * @param lowWatermark all smaller numbers are answered, and do not come again
 */
public record Position(String producer, long number, long lowWatermark) {

    /** That of an article that waits for no other: its number lies below every watermark. */
    public static final Position NONE = new Position("", 0, 1);
}
