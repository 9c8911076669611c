package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one rater says of one outlet on one axis.
 *
 * @param rater name of the rater
 * @param raterUrl the rater's home page; empty if not known
 * @param value the label it gives
 * @param text the label in words
 * @param rateTime when; absent if not known
 * @param url the rater's page that says so; empty if there is none
 * @param <L> the axis
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatingView<L>(
        String rater,
        String raterUrl,
        L value,
        String text,
        @Nullable Instant rateTime,
        String url) {}
