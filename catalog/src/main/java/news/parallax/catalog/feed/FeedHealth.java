package news.parallax.catalog.feed;

/** How a feed is, as of its last report. */
enum FeedHealth {
    /** Not fetched yet. */
    NEW,
    /** Fetched, and news comes as usual. */
    HEALTHY,
    /** Fetched, and without news for much longer than usual. */
    SILENT,
    /** Failed several times in a row. */
    FAILING,
    /** Its server said that it is gone. */
    GONE
}
