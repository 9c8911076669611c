package news.parallax.clusterer.story;

import java.time.Duration;

/**
 * The numbers that decide.
 *
 * @param threshold least similarity to a story to join it, in [0, 1]
 * @param windowArticles articles remembered
 * @param reach how far an article's time may lie outside a story's span to join it; a story that got nothing newer for so
 *     long leaves the window
 * @param comparedMembers members of a story that an article is compared with, at most
 * @param consolidationArticles newcomers after which stories are looked at again
 * @param neighborSimilarity least similarity of an article to another story for both to be looked at together
 * @param neighborhoodArticles articles that are compared all with all, at most
 * @param loyalty added to the probability of articles that are in one story already, so that stories do not flap
 */
public record AssignmentRules(
        double threshold,
        int windowArticles,
        Duration reach,
        int comparedMembers,
        int consolidationArticles,
        double neighborSimilarity,
        int neighborhoodArticles,
        double loyalty) {

    public AssignmentRules {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold lies in [0, 1]: " + threshold);
        }
        if (windowArticles < 1
                || comparedMembers < 1
                || consolidationArticles < 1
                || neighborhoodArticles < 1
                || reach.isNegative()) {
            throw new IllegalArgumentException("the window, the reach and the comparisons have a size");
        }
    }
}
