package news.parallax.catalog.source;

/** How much of a source went to another; all 0 if nothing did. */
record MergeCounts(int articles, int stories, int feeds, int ratings) {
    static final MergeCounts NONE = new MergeCounts(0, 0, 0, 0);
}
