package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a reader's sessions, the latest first.
 *
 * @param sessions the sessions
 * @param nextCursor where the list goes on; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionListView(
        List<SessionView> sessions, @Nullable String nextCursor) {}
