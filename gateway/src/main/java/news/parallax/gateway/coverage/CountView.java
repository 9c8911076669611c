package news.parallax.gateway.coverage;

/**
 * How many outlets have one value.
 *
 * @param value the label
 * @param text the label in words
 * @param sourceCount outlets that have it
 * @param <L> what is counted
 */
public record CountView<L>(L value, String text, int sourceCount) {}
