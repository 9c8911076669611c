package news.parallax.catalog.search;

/** What a story can be filtered by: its articles and sources are so. Written by {@link IndexRepository}. */
enum Facet {
    SOURCE("s"),
    SIDE("d"),
    BIAS("b"),
    FACTUALITY("f"),
    OWNER_CATEGORY("o"),
    COUNTRY("c"),
    LANGUAGE("l"),
    SUBJECT("t"),
    KIND("k"),
    SOURCE_KIND("q"),
    /** Without accents and case, see {@code search_fold}. */
    SOURCE_PLACE("w"),
    ACCESS("p"),
    GAP("g");

    private final String letter;

    Facet(String letter) {
        this.letter = letter;
    }

    /** Returns whether the index has written a value so. */
    boolean wrote(String facet) {
        return facet.startsWith(letter + ":");
    }

    /** Returns how the index writes a value. */
    String of(String value) {
        return letter + ":" + value;
    }
}
