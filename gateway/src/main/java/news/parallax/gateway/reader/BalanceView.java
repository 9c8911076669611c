package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.coverage.PercentView;
import org.jspecify.annotations.Nullable;

/**
 * How what a reader read splits by the bias of its outlets.
 *
 * @param articleCount articles read, each counted once
 * @param storyCount stories of which the page or an article was read
 * @param split articles by side; absent without the capabilities bias and my-bias
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalanceView(
        int articleCount,
        int storyCount,

        @Requires({Capability.BIAS, Capability.MY_BIAS}) @Nullable
        BalanceSplitView split,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {
    /**
     * Articles by side.
     *
     * @param left of outlets on the left
     * @param center of outlets in the center
     * @param right of outlets on the right
     * @param unrated of outlets nobody rated; in no percentage
     * @param percent the same as shares of articles of rated outlets
     * @param sources the outlets behind the numbers, most read first; at most 200
     */
    public record BalanceSplitView(
            int left, int center, int right, int unrated, PercentView percent, List<ReadSourceView> sources) {}
}
