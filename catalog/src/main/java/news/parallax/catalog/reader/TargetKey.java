package news.parallax.catalog.reader;

/**
 * Something to follow or to mute.
 *
 * @param id a source may be named by any of its domains until it is found
 */
public record TargetKey(Kind kind, String id) {
    /** What it is; see the contract. */
    public enum Kind {
        SOURCE,
        SUBJECT,
        OWNER
    }
}
