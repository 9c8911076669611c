package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The news of a day as an assistant is told it.
 *
 * @param date the day, in UTC
 * @param complete whether the day is over
 * @param stories by independent outlets, most first
 * @param gaps those that one side hardly covers; absent if the plan does not show them
 * @param locked what the plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BriefingAnswerView(
        String date,
        boolean complete,
        List<StoryAnswerView> stories,
        @Nullable List<StoryAnswerView> gaps,
        Map<String, String> locked) {}
