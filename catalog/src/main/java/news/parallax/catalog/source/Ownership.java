package news.parallax.catalog.source;

import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * That somebody owns a source, or part of it.
 *
 * @param sharePercent above 0 to 100; null if not known
 * @param since a date, or its year or month; empty if not known
 */
@Embeddable
public record Ownership(
        @ManyToOne(optional = false) OwnerEntity owner,
        @Nullable Double sharePercent,
        String since) {}
