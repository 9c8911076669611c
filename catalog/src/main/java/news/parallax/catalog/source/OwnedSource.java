package news.parallax.catalog.source;

import java.util.List;

/**
 * A source with its owners, as a request says it.
 *
 * @param owners not yet in the catalog, or with new values
 * @param ownerships most direct first; they replace those that are known
 */
record OwnedSource(NewSource source, List<NewOwner> owners, List<NewOwnership> ownerships) {}
