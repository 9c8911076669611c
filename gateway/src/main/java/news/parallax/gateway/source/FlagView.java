package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rater warns of.
 *
 * @param rater name of the rater
 * @param flag the warning, in the rater's words
 * @param rateTime when it was given; absent if not known
 * @param endTime until when it counted; absent if it still does
 * @param url the rater's page that says so; empty if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlagView(
        String rater,
        String flag,
        @Nullable Instant rateTime,
        @Nullable Instant endTime,
        String url) {}
