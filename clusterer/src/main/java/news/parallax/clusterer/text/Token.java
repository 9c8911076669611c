package news.parallax.clusterer.text;

/**
 * One word or number of a text.
 *
 * @param surface as written, without invisible characters
 * @param key folded, for comparison: lower case, plural and possessive endings cut, numbers without grouping
 * @param kind what it is
 * @param sentenceStart whether it opens a sentence, where every word is capitalized
 */
record Token(String surface, String key, Kind kind, boolean sentenceStart) {

    /** Whether it is written like a name or is a number that can tell something. */
    boolean isNameLike() {
        return switch (kind) {
            case WORD, UNCASED -> false;
            case CAPITALIZED -> !sentenceStart;
            case NUMBER -> key.length() >= 2;
        };
    }

    enum Kind {
        WORD,
        CAPITALIZED,
        /** A word of a script without capitals, where names look like all others. */
        UNCASED,
        NUMBER;

        /** Returns the kind of a word by its first letter. */
        static Kind ofWord(int first) {
            return switch (Character.getType(first)) {
                case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> CAPITALIZED;
                case Character.OTHER_LETTER -> UNCASED;
                default -> WORD;
            };
        }
    }
}
