package news.parallax.clusterer.catalog;

/** The catalog could not be asked or told; nothing is known to be stored. */
public final class CatalogFailure extends RuntimeException {

    private final boolean passing;

    CatalogFailure(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether it may work when tried again later. */
    public boolean isPassing() {
        return passing;
    }
}
