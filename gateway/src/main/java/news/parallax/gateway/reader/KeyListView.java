package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a reader's keys, the oldest first.
 *
 * @param keys the keys
 * @param nextCursor where the list goes on; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyListView(List<KeyView> keys, @Nullable String nextCursor) {}
