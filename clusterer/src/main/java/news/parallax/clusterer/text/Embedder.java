package news.parallax.clusterer.text;

import java.util.Optional;

/** Turns the opening of an article into a vector of its meaning. Safe for many threads. */
public interface Embedder {

    /** Characters of an opening that are worth sending. */
    int characterLimit();

    /** Returns the vector, or nothing if this embedder makes none. */
    Optional<Vector> embed(String opening);

    /** Tells vectors of one model from those of another. */
    int modelFingerprint();
}
