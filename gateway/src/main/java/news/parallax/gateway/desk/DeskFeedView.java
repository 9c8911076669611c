package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed, for whoever runs the house.
 *
 * @param url where it is
 * @param sourceId its outlet
 * @param health new, healthy, silent, failing or gone
 * @param note what that means, in a sentence
 * @param dueTime when it is fetched next; absent if it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeskFeedView(
        String url,
        String sourceId,
        String health,
        String note,
        @Nullable Instant dueTime) {}
