package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a reader's own ratings, by source id.
 *
 * @param overrides the ratings
 * @param nextCursor where the list goes on; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverrideListView(
        List<OverrideView> overrides, @Nullable String nextCursor) {}
