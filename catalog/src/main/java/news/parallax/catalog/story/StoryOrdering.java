package news.parallax.catalog.story;

/** In which order stories are listed. */
enum StoryOrdering {
    /** By {@link TopRank}. */
    TOP,
    /** By latest news. */
    LATEST
}
