package news.parallax.gateway.coverage;

import java.util.List;

/**
 * One row of a bar chart.
 *
 * @param text the value in words
 * @param sourceCount outlets that have it
 * @param percent their share of the longest row's count, which is 100: the length of the bar
 */
public record CountBar(String text, int sourceCount, int percent) {
    /** Returns the rows of a chart. */
    public static <L> List<CountBar> of(List<CountView<L>> counts) {
        int longest = counts.stream().mapToInt(CountView::sourceCount).max().orElse(0);
        return counts.stream()
                .map(count -> new CountBar(
                        count.text(),
                        count.sourceCount(),
                        Math.round(100f * count.sourceCount() / Math.max(1, longest))))
                .toList();
    }
}
