package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import news.parallax.gateway.access.ReaderView;
import org.jspecify.annotations.Nullable;

/**
 * A page of readers.
 *
 * @param readers the readers, the latest added first
 * @param nextCursor where the list goes on; null at its end
 */
public record DirectoryView(
        List<ReaderView> readers,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
