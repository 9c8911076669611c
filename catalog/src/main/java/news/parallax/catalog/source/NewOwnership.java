package news.parallax.catalog.source;

import java.util.Optional;

/**
 * An owner of a source to import.
 *
 * @param sharePercent above 0 to 100
 * @param since a date, or its year or month; empty if not known
 */
public record NewOwnership(String sourceId, String ownerId, Optional<Double> sharePercent, String since) {}
