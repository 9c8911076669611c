package news.parallax.clusterer.digest;

/**
 * How much more one side uses a term than the other: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi
 * and Quinn 2008, "Fightin' Words", equations 16, 20 and 22).
 *
 * @param count of the term on this side
 * @param total of all terms on this side
 * @param otherCount of the term on the other side
 * @param otherTotal of all terms on the other side
 * @param prior what is taken to have been counted of the term before, on either side; positive
 * @param priorTotal the same of all terms
 */
record LogOdds(int count, int total, int otherCount, int otherTotal, double prior, double priorTotal) {

    LogOdds {
        if (prior <= 0 || priorTotal <= prior) {
            throw new IllegalArgumentException("a prior is positive and part of all: " + prior + " of " + priorTotal);
        }
    }

    /** Difference over its standard deviation: positive if this side uses the term more. */
    double zScore() {
        double difference = logOdds(count, total) - logOdds(otherCount, otherTotal);
        double variance = 1 / (count + prior) + 1 / (otherCount + prior);
        return difference / Math.sqrt(variance);
    }

    private double logOdds(int termCount, int allCount) {
        return Math.log((termCount + prior) / (allCount + priorTotal - termCount - prior));
    }
}
