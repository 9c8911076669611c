package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a reader read, the latest first.
 *
 * @param readings the history
 * @param nextCursor where the list goes on; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingListView(
        List<ReadingView> readings, @Nullable String nextCursor) {}
