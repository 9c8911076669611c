package news.parallax.clusterer.text;

/** A word or name that the stream has shown. Identity is equality; counts belong to {@link TermWeights}. */
public final class Term {

    final int number;

    /** Equal for words of different languages that sound alike at their beginning, and hardly ever for others. */
    final int cognate;

    final String key;
    final String surface;
    /** Documents with the term, by number of the language. */
    int[] documentCounts = {};
    /** Documents seen in all when this term was last seen. */
    long lastSeen;

    Term(int number, int cognate, String key, String surface) {
        this.number = number;
        this.cognate = cognate;
        this.key = key;
        this.surface = surface;
    }

    /** A form that an article wrote. */
    public String surface() {
        return surface;
    }
}
