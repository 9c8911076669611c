package news.parallax.catalog.source;

import java.time.Instant;
import java.util.Optional;

/**
 * A rating to import.
 *
 * @param sourceId id or a domain of the source
 * @param newRater what else is said of the rater; without it the rater must be in the catalog
 * @param value name of a step of the axis
 * @param nativeValue as the rater words it; empty if not known
 * @param confidence from 0 to 1
 * @param endTime until when it counted; empty if it still does
 */
public record NewRating(
        String sourceId,
        String raterId,
        Optional<NewRater> newRater,
        String axis,
        String value,
        String nativeValue,
        Optional<Double> confidence,
        Optional<Instant> rateTime,
        String url,
        Optional<Instant> endTime) {}
