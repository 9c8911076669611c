package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stories as an assistant is told them.
 *
 * @param about what they are, in words
 * @param stories in the order asked for
 * @param nextCursor for the next ones; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryListAnswerView(
        String about,
        List<StoryAnswerView> stories,
        @Nullable String nextCursor) {}
