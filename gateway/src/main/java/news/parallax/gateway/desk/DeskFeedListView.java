package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of feeds.
 *
 * @param feeds the feeds
 * @param nextCursor where the list goes on; null at its end
 */
public record DeskFeedListView(
        List<DeskFeedView> feeds,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
