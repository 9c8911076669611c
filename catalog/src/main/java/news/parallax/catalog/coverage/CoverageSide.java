package news.parallax.catalog.coverage;

/** Where a source stands in a split. */
public enum CoverageSide {
    LEFT,
    CENTER,
    RIGHT,
    /** Without a bias rating: in the total, in no percentage. */
    UNRATED
}
