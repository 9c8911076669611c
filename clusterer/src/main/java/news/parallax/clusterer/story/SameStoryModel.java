package news.parallax.clusterer.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Probability that two articles tell one event, from the evidence: a logistic regression whose weights stand, with where
 * they come from, in {@code same-story-model.properties}. Headlines and full texts, one language and two, have different
 * scales of evidence; the products in the regression bring them to one, so that one threshold serves all.
 */
final class SameStoryModel {

    /** Full texts on one event share at least so much of their names, nearly always. */
    private static final double NAMES_ENOUGH = 0.2;

    private final double intercept;
    private final double words;
    private final double wordsSquared;
    private final double title;
    private final double names;
    private final double nameless;
    private final double time;
    private final double length;
    private final double english;
    private final double englishEmbedding;
    private final double englishEmbeddingSquared;
    private final double brief;
    private final double briefWords;
    private final double briefTitle;
    private final double briefNames;
    private final double briefTime;
    private final double briefEmbedding;
    private final double foreign;
    private final double foreignWords;
    private final double foreignNames;

    private SameStoryModel(Properties weights) {
        intercept = weight(weights, "intercept");
        words = weight(weights, "words");
        wordsSquared = weight(weights, "words.squared");
        title = weight(weights, "title");
        names = weight(weights, "names");
        nameless = weight(weights, "nameless");
        time = weight(weights, "time");
        length = weight(weights, "length");
        english = weight(weights, "english");
        englishEmbedding = weight(weights, "english.embedding");
        englishEmbeddingSquared = weight(weights, "english.embedding.squared");
        brief = weight(weights, "brief");
        briefWords = weight(weights, "brief.words");
        briefTitle = weight(weights, "brief.title");
        briefNames = weight(weights, "brief.names");
        briefTime = weight(weights, "brief.time");
        briefEmbedding = weight(weights, "brief.embedding");
        foreign = weight(weights, "foreign");
        foreignWords = weight(weights, "foreign.words");
        foreignNames = weight(weights, "foreign.names");
    }

    /** Reads the weights that come with the program. */
    static SameStoryModel shipped() {
        var weights = new Properties();
        try (InputStream file = SameStoryModel.class.getResourceAsStream("same-story-model.properties")) {
            weights.load(Objects.requireNonNull(file, "the jar is broken"));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken", e);
        }
        return new SameStoryModel(weights);
    }

    /** In (0, 1). */
    double probability(Evidence evidence) {
        double shared = Math.sqrt(evidence.terms());
        double sharedTitle = Math.sqrt(evidence.title());
        double missingNames = (1 - evidence.brevity()) * Math.max(0, 1 - evidence.names() / NAMES_ENOUGH);
        double bothEnglish = evidence.understood() == 1 ? 1 : 0;
        double meaning = bothEnglish * evidence.embedding();
        double logit = intercept
                + words * shared
                + wordsSquared * evidence.terms()
                + title * sharedTitle
                + names * evidence.names()
                + nameless * missingNames
                + time * evidence.time()
                + length * evidence.length()
                + english * bothEnglish
                + englishEmbedding * meaning
                + englishEmbeddingSquared * meaning * meaning
                + evidence.brevity() * briefLogit(evidence, shared, sharedTitle, meaning)
                + evidence.foreign() * (foreign + foreignWords * shared + foreignNames * evidence.names());
        return 1 / (1 + Math.exp(-logit));
    }

    private double briefLogit(Evidence evidence, double shared, double sharedTitle, double meaning) {
        return brief
                + briefWords * shared
                + briefTitle * sharedTitle
                + briefNames * Math.sqrt(evidence.names())
                + briefTime * evidence.time()
                + briefEmbedding * meaning;
    }

    private static double weight(Properties weights, String name) {
        return Double.parseDouble(Objects.requireNonNull(weights.getProperty(name), name));
    }
}
