package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who covers a story, as an assistant is told it.
 *
 * @param storyId the story
 * @param url the story's page, for people
 * @param basis all, or independent: outlets with a report of their own
 * @param sourceCount outlets
 * @param ratedSourceCount those with a bias rating
 * @param split how they split by bias; absent if the plan does not show it
 * @param outlets left to right, then unrated
 * @param locked what the plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageAnswerView(
        String storyId,
        String url,
        String basis,
        int sourceCount,
        int ratedSourceCount,
        @Nullable SplitAnswerView split,
        List<OutletAnswerView> outlets,
        Map<String, String> locked) {

    /**
     * An outlet that covers it.
     *
     * @param name as readers know it
     * @param url who rated it, and who owns it
     * @param country ISO 3166-1 alpha-2; empty if not known
     * @param bias the mean of its raters; absent if the plan does not show it
     * @param factuality the mean of its raters; absent if the plan does not show it
     * @param owners most direct first; absent if the plan does not show them
     * @param independent whether it has a report of its own
     * @param articleUrls its articles in the story, as far as they are among the latest 200
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutletAnswerView(
            String name,
            String url,
            String country,
            @Nullable String bias,
            @Nullable String factuality,
            @Nullable List<String> owners,
            boolean independent,
            List<String> articleUrls) {}
}
