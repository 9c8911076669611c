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
 * @param wordCount words and numbers of title, lead and text
 * @param sentences those that could stand in a summary, in order
 */
public record Document(
        ArticleText article,
        TermCounts titleTerms,
        TermCounts terms,
        TermCounts names,
        Optional<Vector> vector,
        int wordCount,
        List<String> sentences) {

    public Document {
        sentences = List.copyOf(sentences);
    }
}
