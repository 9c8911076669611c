package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job of the catalog, with its last run.
 *
 * @param name UPPER_SNAKE
 * @param description what it does
 * @param startTime when the last run began; absent if it never ran
 * @param outcome done, failed or running; empty if it never ran
 * @param error what went wrong; empty if nothing did
 * @param itemCount how many things it did something to
 * @param dueTime when it runs next; absent if that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        String name,
        String description,
        @Nullable Instant startTime,
        String outcome,
        String error,
        long itemCount,
        @Nullable Instant dueTime) {}
