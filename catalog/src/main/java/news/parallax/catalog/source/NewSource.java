package news.parallax.catalog.source;

import java.util.List;
import java.util.Map;

/**
 * A source to import.
 *
 * @param id key of its first domain
 * @param stated what is said of it; of the rest nothing is said
 * @param domains the id first; empty says nothing of domains, and a new source has its id only
 * @param onlyFills whether what is said counts only where the catalog knows nothing yet
 */
public record NewSource(String id, Map<SourceField, String> stated, List<SourceDomain> domains, boolean onlyFills) {
    public NewSource {
        stated = Map.copyOf(stated);
        domains = List.copyOf(domains);
    }
}
