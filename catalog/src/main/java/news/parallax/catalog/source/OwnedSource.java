package news.parallax.catalog.source;

import java.util.List;

/**
 * A source with its owners and the pages about it, as a request says it.
 *
 * @param owners not yet in the catalog, or with new values
 * @param ownerships most direct first; they replace those that are known
 * @param links they replace those of their kinds
 */
record OwnedSource(NewSource source, List<NewOwner> owners, List<NewOwnership> ownerships, List<NewLink> links) {}
