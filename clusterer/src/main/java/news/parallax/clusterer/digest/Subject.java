package news.parallax.clusterer.digest;

/**
 * Somebody or something that a story is about.
 *
 * @param text as most outlets write it, in full
 * @param kind what it is, as far as there is evidence
 * @param outlets with an independent report that names it
 * @param country ISO 3166-1 alpha-2, if it is a country; else empty
 * @param articleId a report that names it
 */
public record Subject(String text, Kind kind, int outlets, String country, String articleId) {

    /** What a subject is. */
    public enum Kind {
        /** A word or pair of words that is no name. */
        TOPIC,
        /** A name; nothing tells of what. */
        NAME,
        /** A person, as offices, forms of address and ages tell. */
        PERSON,
        /** A country or city, as the language of the report calls it. */
        PLACE
    }
}
