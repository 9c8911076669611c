package news.parallax.catalog.source;

import java.time.Instant;
import java.util.Optional;

/**
 * A flag to import.
 *
 * @param sourceId id or a domain of the source
 * @param endTime until when it counted; empty if it still does
 */
public record NewFlag(
        String sourceId,
        String raterId,
        String flag,
        Optional<Instant> rateTime,
        String url,
        Optional<Instant> endTime) {}
