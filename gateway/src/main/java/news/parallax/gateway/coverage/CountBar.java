package news.parallax.gateway.coverage;

import java.util.List;
import java.util.function.Function;

/**
 * One row of a bar chart.
 *
 * @param text the value in words
 * @param sourceCount outlets that have it
 * @param percent their share of the longest row's count, which is 100: the length of the bar
 */
public record CountBar(String text, int sourceCount, int percent) {
    /** Returns the rows of a chart, with each value in these words. */
    public static <L> List<CountBar> of(List<CountView<L>> counts, Function<L, String> words) {
        int longest = counts.stream().mapToInt(CountView::sourceCount).max().orElse(0);
        return counts.stream()
                .map(count -> new CountBar(
                        words.apply(count.value()),
                        count.sourceCount(),
                        Math.round(100f * count.sourceCount() / Math.max(1, longest))))
                .toList();
    }
}
