package news.parallax.clusterer.text;

import java.util.List;
import java.util.Optional;

/**
 * An article made ready for clustering.
 *
 * @param article what was read
 * @param titleTerms words of the title
 * @param terms words of title, lead and text
 * @param names names and numbers among them
 * @param vector meaning of the opening; empty if no model is in use
 * @param understood whether a vector of its language tells what it says
 * @param wordCount words and numbers of title, lead and text
 * @param fingerprint of title, lead and text; empty if they are too short to repeat anything but by chance
 * @param agency news agency that is credited, by its first domain ("reuters.com")
 * @param sentences those that could stand in a summary, in order
 */
public record Document(
        ArticleText article,
        TermCounts titleTerms,
        TermCounts terms,
        TermCounts names,
        Optional<Vector> vector,
        boolean understood,
        int wordCount,
        Optional<Fingerprint> fingerprint,
        Optional<String> agency,
        List<String> sentences) {

    public Document {
        sentences = List.copyOf(sentences);
    }

    /** Returns the same with another vector. */
    public Document with(Optional<Vector> other) {
        return new Document(
                article, titleTerms, terms, names, other, understood, wordCount, fingerprint, agency, sentences);
    }
}
