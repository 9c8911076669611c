package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outlet as an assistant is told it.
 *
 * @param id its main domain
 * @param name as readers know it
 * @param url its page, for people
 * @param country ISO 3166-1 alpha-2; empty if not known
 * @param language BCP-47; empty if not known
 * @param bias the mean of its raters; absent if the plan does not show it
 * @param biasRatings the ratings behind it
 * @param factuality the mean of its raters; absent if the plan does not show it
 * @param factualityRatings the ratings behind it
 * @param owners most direct first; absent if the plan does not show them
 * @param articleCount its articles here
 * @param storyCount stories it has an article in
 * @param locked what the plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceAnswerView(
        String id,
        String name,
        String url,
        String country,
        String language,
        @Nullable String bias,
        @Nullable List<RatingAnswerView> biasRatings,
        @Nullable String factuality,
        @Nullable List<RatingAnswerView> factualityRatings,
        @Nullable List<String> owners,
        int articleCount,
        int storyCount,
        Map<String, String> locked) {

    /**
     * What one rater says.
     *
     * @param rater who
     * @param value what, in words
     * @param date RFC 3339; absent if not known
     * @param url where the rater says so; empty if that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RatingAnswerView(
            String rater, String value, @Nullable String date, String url) {}
}
