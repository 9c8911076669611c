package news.parallax.clusterer.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/**
 * Probability that two articles tell one event, from the evidence: a logistic regression whose weights stand, with where
 * they come from, in {@code same-story-model.properties}. Headlines and full texts, one language and two, have different
 * scales of evidence; the products among the features bring them to one, so that one threshold serves all. Immutable.
 */
public final class SameStoryModel {

    private static final Feature[] FEATURES = Feature.values();

    private final double[] weights;

    private SameStoryModel(double[] weights) {
        this.weights = weights;
    }

    /** Takes weights in the order of the features. */
    public static SameStoryModel of(double[] weights) {
        if (weights.length != FEATURES.length) {
            throw new IllegalArgumentException("there are " + FEATURES.length + " features, not " + weights.length);
        }
        return new SameStoryModel(weights.clone());
    }

    /** Reads the weights that come with the program. */
    public static SameStoryModel shipped() {
        var properties = new Properties();
        try (InputStream file = SameStoryModel.class.getResourceAsStream("same-story-model.properties")) {
            properties.load(Objects.requireNonNull(file, "the jar is broken"));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken", e);
        }
        return new SameStoryModel(Arrays.stream(FEATURES)
                .map(feature ->
                        Objects.requireNonNull(properties.getProperty(feature.weightName()), feature.weightName()))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    /** Returns the weights in the order of the features. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns what is summed up, in the order of the features. */
    public static double[] features(Evidence evidence) {
        return Arrays.stream(FEATURES)
                .mapToDouble(feature -> feature.of(evidence))
                .toArray();
    }

    /** In (0, 1). */
    public double probability(Evidence evidence) {
        double logit = 0;
        for (int i = 0; i < FEATURES.length; i++) {
            logit += weights[i] * FEATURES[i].of(evidence);
        }
        return 1 / (1 + Math.exp(-logit));
    }
}
