package news.parallax.catalog.search;

/** In which order stories are found. */
enum SearchOrdering {
    /** By how well they match, and weight on the front page. */
    RELEVANCE,
    /** By latest news. */
    LATEST
}
