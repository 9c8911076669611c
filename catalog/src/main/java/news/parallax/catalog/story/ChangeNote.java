package news.parallax.catalog.story;

/**
 * Who changes stories, and why.
 *
 * @param reason in words for readers; may be empty
 */
record ChangeNote(String actor, String reason) {}
