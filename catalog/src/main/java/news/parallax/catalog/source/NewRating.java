package news.parallax.catalog.source;

import java.time.Instant;
import java.util.Optional;
import news.parallax.catalog.rating.RatingAxis;

/**
 * A rating to import.
 *
 * @param value name of a step of the axis
 */
record NewRating(
        String sourceId,
        String raterId,
        String raterName,
        String raterUrl,
        RatingAxis axis,
        String value,
        Optional<Instant> rateTime,
        String url) {}
