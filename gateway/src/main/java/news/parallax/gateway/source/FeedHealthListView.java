package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the feeds of an outlet.
 *
 * @param feeds by id
 * @param nextCursor where the next page starts; null at the end
 */
public record FeedHealthListView(
        List<FeedHealthView> feeds,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
