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
    ACCESS("p"),
    GAP("g");

    private final String letter;

    Facet(String letter) {
        this.letter = letter;
    }

    /** Returns how the index writes a value. */
    String of(String value) {
        return letter + ":" + value;
    }
}
