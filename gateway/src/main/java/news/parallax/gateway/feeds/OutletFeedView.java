package news.parallax.gateway.feeds;

/**
 * A feed of an outlet.
 *
 * @param sourceId the outlet
 * @param url where it is
 * @param section as the outlet names it; empty if it lists everything
 */
record OutletFeedView(String sourceId, String url, String section) {}
