package news.parallax.catalog.source;

/** What the catalog has of a source. */
public record SourceTotals(int articles, int stories) {
    static final SourceTotals NONE = new SourceTotals(0, 0);
}
