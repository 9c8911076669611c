package news.parallax.gateway.story;

/** A kind of likeness that put an article into its story. */
public enum EvidenceKind {
    MEANING,
    WORDS,
    TITLE,
    NAMES,
    TIME,
    /** One that this gateway has no word for. */
    OTHER;

    /** Returns the kind of a name as the clusterer gives it. */
    static EvidenceKind of(String name) {
        return switch (name) {
            case "embedding" -> MEANING;
            case "terms" -> WORDS;
            case "title" -> TITLE;
            case "names" -> NAMES;
            case "time" -> TIME;
            default -> OTHER;
        };
    }
}
