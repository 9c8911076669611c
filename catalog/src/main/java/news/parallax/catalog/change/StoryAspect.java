package news.parallax.catalog.change;

/** What of a story changed. */
public enum StoryAspect {
    /** It is new. */
    FOUNDED,
    /** Articles came, or are in another version. */
    ARTICLES,
    /** Headline, summary or details. */
    TELLING,
    /** Its sources, or what is known of them. */
    COVERAGE,
    /** Articles came from other stories, or went to them. */
    REGROUPED,
    /** It became part of another story. */
    MERGED
}
