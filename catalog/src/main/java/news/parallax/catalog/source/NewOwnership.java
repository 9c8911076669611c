package news.parallax.catalog.source;

import java.util.Optional;

/**
 * An owner of a source to import.
 *
 * @param sharePercent above 0 to 100
 * @param since a date, or its year or month; empty if not known
 * @param onlyFills whether what is said counts only if the catalog knows no owner of the source
 */
public record NewOwnership(
        String sourceId, String ownerId, Optional<Double> sharePercent, String since, boolean onlyFills) {
    /** Returns the same, which counts only if no owner is known. */
    public NewOwnership onlyFilling() {
        return new NewOwnership(sourceId, ownerId, sharePercent, since, true);
    }
}
