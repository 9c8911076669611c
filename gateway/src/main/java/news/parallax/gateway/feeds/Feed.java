package news.parallax.gateway.feeds;

/**
 * What a feed is of.
 *
 * @param path its address under /feeds/, without ending
 * @param title of the feed
 * @param description what is in it
 * @param pagePath the page that shows the same
 */
record Feed(String path, String title, String description, String pagePath) {}
