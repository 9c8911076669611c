package news.parallax.gateway.feeds;

/**
 * What a feed is of.
 *
 * @param path its address under /feeds/, without ending
 * @param query what its address asks beside the page, encoded as in an address; empty if nothing
 * @param title of the feed
 * @param description what is in it
 * @param pagePath the page that shows the same
 */
record Feed(String path, String query, String title, String description, String pagePath) {
    /** A feed whose path tells all. */
    Feed(String path, String title, String description, String pagePath) {
        this(path, "", title, description, pagePath);
    }

    /** What makes its id. */
    String name() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
