package news.parallax.catalog.source;

/** What readers pay for: nothing, some articles, or nearly everything. */
public enum PaywallExtent {
    NONE,
    PARTIAL,
    FULL
}
