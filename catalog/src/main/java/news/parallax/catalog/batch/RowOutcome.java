package news.parallax.catalog.batch;

/** What became of a row of an import. */
public enum RowOutcome {
    ADDED,
    CHANGED,
    UNCHANGED
}
