package news.parallax.gateway.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes.
 *
 * @param events newest first
 * @param nextCursor where the next page starts; null at the end
 */
public record StoryEventListView(
        List<StoryEventView> events,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
