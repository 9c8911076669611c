package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story as an assistant is told it. Times are RFC 3339 in UTC.
 *
 * @param id for other questions
 * @param url the story's page, for people
 * @param headline the title of one of its articles
 * @param claims what its articles say
 * @param articleCount articles in it
 * @param sourceCount outlets that report it
 * @param published publication of its earliest article; absent if not known
 * @param updated publication or change of its latest article; absent if not known
 * @param split how its outlets split by bias; absent if the plan does not show it
 * @param gap which side hardly covers it; absent if none, or the plan does not show it
 * @param locked what the plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryAnswerView(
        String id,
        String url,
        ClaimView headline,
        List<ClaimView> claims,
        int articleCount,
        int sourceCount,
        @Nullable String published,
        @Nullable String updated,
        @Nullable SplitAnswerView split,
        @Nullable String gap,
        Map<String, String> locked) {}
