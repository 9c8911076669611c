package news.parallax.clusterer.digest.model;

/** What becomes of a sentence of a model. */
sealed interface Verdict {

    /** The sentence. */
    Claim claim();

    /**
     * It is borne out.
     *
     * @param article the article that it cites
     */
    record Kept(Claim claim, Excerpt article) implements Verdict {}

    /** It is not to be used. */
    record Dropped(Claim claim, Flaw flaw) implements Verdict {}
}
