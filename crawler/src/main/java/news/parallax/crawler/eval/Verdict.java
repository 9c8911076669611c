package news.parallax.crawler.eval;

/** What a row showed. */
sealed interface Verdict {

    Verdict PASSED = new Passed();

    /** As the row expects. */
    record Passed() implements Verdict {}

    /**
     * Not as the row expects.
     *
     * @param why expected and found, on one line
     */
    record Failed(String why) implements Verdict {}

    /**
     * The row asks for what is not scored.
     *
     * @param why which part of it
     */
    record Skipped(String why) implements Verdict {}

    /** Passed if found equals expected. */
    static Verdict equal(Object expected, Object found) {
        return expected.equals(found) ? PASSED : new Failed("expected " + expected + ", found " + found);
    }
}
