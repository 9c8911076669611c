package news.parallax.clusterer.story;

/**
 * Probability that two articles tell one event: a logistic regression over the evidence. The weights were fitted on pairs
 * of the tuning files, with every file and both answers counting alike, so that one threshold serves headlines and full
 * texts.
 */
final class SameStoryModel {

    private SameStoryModel() {}

    /** In (0, 1). */
    static double probability(Evidence e) {
        double logit = -6 + 5 * e.embedding() + 6 * e.terms() + 4 * e.names();
        return 1 / (1 + Math.exp(-logit));
    }
}
