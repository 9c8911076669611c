package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the value of an outlet on one axis comes about.
 *
 * @param axis id of the axis
 * @param name name of the axis
 * @param steps its steps from lowest to highest
 * @param value the step that is shown; absent if no rating counts
 * @param mean mean of the positions of the ratings that count; 0 if there is none
 * @param rule how the mean becomes a step, in a sentence
 * @param counted the ratings that count, one of each rater
 * @param earlier what else raters said, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AxisView(
        String axis,
        String name,
        List<String> steps,
        @Nullable String value,
        double mean,
        String rule,
        List<CountedRatingView> counted,
        List<CountedRatingView> earlier) {}
