package news.parallax.catalog.source;

import java.util.Set;

/**
 * Something that splits count has changed: bias, factuality, country, language or owners. Fired within the transaction that changes it.
 *
 * @param sourceIds at least one
 */
public record SourcesChanged(Set<String> sourceIds) {
    public SourcesChanged {
        sourceIds = Set.copyOf(sourceIds);
    }
}
