package news.parallax.catalog.story;

/**
 * Who changes stories, and why.
 *
 * @param reason in words for readers; may be empty
 */
record ChangeNote(String actor, String reason) {
    /** The machine; any other actor is an editor. */
    static final String CLUSTERER = "clusterer";

    boolean byEditor() {
        return !actor.equals(CLUSTERER);
    }
}
