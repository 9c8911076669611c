package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of saved stories, the latest saved first.
 *
 * @param saved the stories
 * @param nextCursor where the list goes on; absent at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedListView(List<SavedView> saved, @Nullable String nextCursor) {}
