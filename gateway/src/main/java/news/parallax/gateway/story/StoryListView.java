package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of stories.
 *
 * @param stories in the order asked for
 * @param nextCursor where the next page starts; null at the end
 */
public record StoryListView(
        List<StoryView> stories,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
