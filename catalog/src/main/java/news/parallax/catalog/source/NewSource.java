package news.parallax.catalog.source;

import java.util.List;

/**
 * A source to import.
 *
 * @param domains every host that is this source, the id first
 * @param owners most direct first; not yet in the catalog, or with new values
 */
record NewSource(
        String id, String name, String country, String language, List<HostName> domains, List<OwnerEntity> owners) {}
