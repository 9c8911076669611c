package news.parallax.clusterer.text;

/**
 * One word or number of a text.
 *
 * @param surface as written
 * @param key folded, for comparison: lower case, plural and possessive endings cut, numbers without grouping
 * @param kind what it is
 * @param sentenceStart whether it opens a sentence, where every word is capitalized
 */
record Token(String surface, String key, Kind kind, boolean sentenceStart) {

    /** Whether it is written like a name or is a number that can tell something. */
    boolean isNameLike() {
        return switch (kind) {
            case WORD -> false;
            case CAPITALIZED -> !sentenceStart;
            case NUMBER -> key.length() >= 2;
        };
    }

    enum Kind {
        WORD,
        CAPITALIZED,
        NUMBER
    }
}
