package news.parallax.catalog.source;

/**
 * An owner to import.
 *
 * @param onlyFills whether what is said counts only if the catalog does not know the owner
 */
public record NewOwner(OwnerEntity owner, boolean onlyFills) {
    /** Returns the same, which counts only if the owner is not known. */
    public NewOwner onlyFilling() {
        return new NewOwner(owner, true);
    }
}
