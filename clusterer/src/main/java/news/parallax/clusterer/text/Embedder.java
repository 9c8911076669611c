package news.parallax.clusterer.text;

import java.util.List;
import java.util.Optional;

/** Turns openings of articles into vectors of their meaning. Safe for many threads. */
public interface Embedder {

    /** Characters of an opening that are worth sending. */
    int characterLimit();

    /** Openings, of like length, that are best sent together; at least 1. */
    int batchTexts();

    /** Returns a vector for each opening, in order; nothing where none can be made now. */
    List<Optional<Vector>> embed(List<String> openings);

    /**
     * Whether vectors of texts in a language tell what the texts say, and can be compared with those of the other languages
     * of which that holds.
     *
     * @param language primary BCP-47 subtag in lower case; empty if not known, which a model reads as its own
     */
    boolean understands(String language);

    /** Tells vectors of one model, or of other text given to it, from those of another. */
    int modelFingerprint();
}
