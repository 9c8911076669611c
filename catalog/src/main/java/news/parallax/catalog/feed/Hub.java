package news.parallax.catalog.feed;

/**
 * Where changes of a feed can be subscribed to.
 *
 * @param topic what to subscribe to there
 */
record Hub(String url, String topic) {}
