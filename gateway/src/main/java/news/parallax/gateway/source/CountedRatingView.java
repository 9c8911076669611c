package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one rater says of an outlet on one axis.
 *
 * @param rater name of the rater
 * @param raterUrl the rater's home page; empty if not known
 * @param value the step
 * @param position where the step is on the axis; absent if the rating does not count
 * @param nativeValue the value in the rater's own words; absent if not known
 * @param confidence how sure the rater is, from 0 to 1; absent if not known
 * @param rateTime when it was given; absent if not known
 * @param endTime until when it counted; absent if it still does
 * @param url the rater's page that says so; empty if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountedRatingView(
        String rater,
        String raterUrl,
        String value,
        @Nullable Integer position,
        @Nullable String nativeValue,
        @Nullable Double confidence,
        @Nullable Instant rateTime,
        @Nullable Instant endTime,
        String url) {}
