package news.parallax.gateway.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a story came to be covered as it is.
 *
 * @param storyId the story
 * @param moments each moment at which its outlets, or what is known of them, became others, earliest first
 * @param nextCursor where the next page starts; null at the end
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
public record CoverageHistoryView(
        String storyId,
        List<MomentView> moments,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
