package news.parallax.gateway.explanation;

import java.util.List;

/**
 * A number of a split and the outlets behind it.
 *
 * @param value what is counted
 * @param text the same in words
 * @param sourceCount the number
 * @param sourceIds the outlets, by id
 * @param <L> what is counted
 */
public record NumberView<L>(L value, String text, int sourceCount, List<String> sourceIds) {}
