package news.parallax.gateway.rating;

/**
 * An owner of an outlet.
 *
 * @param id stable
 * @param name as known
 * @param category what sort of owner
 * @param parentId id of the owner of this owner; empty if none is known
 * @param country ISO 3166-1 alpha-2; empty if not known
 */
public record OwnerView(String id, String name, OwnershipLabel category, String parentId, String country) {}
