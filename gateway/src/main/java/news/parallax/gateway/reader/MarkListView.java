package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a reader follows or mutes, the latest first.
 *
 * @param marks the things
 * @param nextCursor where the list goes on; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarkListView(List<MarkView> marks, @Nullable String nextCursor) {}
