package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of outlets.
 *
 * @param sources by name
 * @param nextCursor where the next page starts; null at the end
 */
public record SourceListView(
        List<RatedSourceView> sources,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
