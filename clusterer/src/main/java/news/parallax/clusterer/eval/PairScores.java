package news.parallax.clusterer.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well a probability tells pairs of one story from others.
 *
 * @param n pairs
 * @param auc chance that a pair of one story is given more than another, ties counted half (Hanley and McNeil 1982);
 *     empty if either kind is missing
 * @param f1 of the pairs that reach the threshold
 * @param calibrationError how far the share of one story lies from the probability said, on the mean over pairs in ten
 *     steps of probability (expected calibration error: Naeini, Cooper and Hauskrecht 2015); 0 if all is as said
 */
record PairScores(int n, OptionalDouble auc, double f1, double calibrationError) {

    private static final int STEPS = 10;

    /**
     * One judged pair.
     *
     * @param probability what we say, in [0, 1]
     * @param same what people say
     */
    record Judged(double probability, boolean same) {}

    /** Scores pairs; those with at least {@code threshold} are taken for one story. */
    static PairScores of(List<Judged> pairs, double threshold) {
        long same = pairs.stream().filter(Judged::same).count();
        long predicted =
                pairs.stream().filter(pair -> pair.probability() >= threshold).count();
        long hits = pairs.stream()
                .filter(pair -> pair.same() && pair.probability() >= threshold)
                .count();
        return new PairScores(
                pairs.size(),
                auc(pairs, same),
                ClusterScores.Score.of(hits, predicted, same).f1(),
                calibrationError(pairs));
    }

    private static double calibrationError(List<Judged> pairs) {
        double[] excess = new double[STEPS];
        for (Judged pair : pairs) {
            int step = Math.min(STEPS - 1, (int) (pair.probability() * STEPS));
            excess[step] += pair.probability() - (pair.same() ? 1 : 0);
        }
        return Arrays.stream(excess).map(Math::abs).sum() / Math.max(1, pairs.size());
    }

    /** From the sum of the ranks of the same-story pairs, equals sharing their mean rank. */
    private static OptionalDouble auc(List<Judged> pairs, long same) {
        long others = pairs.size() - same;
        if (same == 0 || others == 0) {
            return OptionalDouble.empty();
        }
        List<Judged> ascending = pairs.stream()
                .sorted(Comparator.comparingDouble(Judged::probability))
                .toList();
        double rankSum = 0;
        for (int from = 0, to; from < ascending.size(); from = to) {
            to = endOfTie(ascending, from);
            double meanRank = (from + 1 + to) / 2.0;
            rankSum += meanRank
                    * ascending.subList(from, to).stream().filter(Judged::same).count();
        }
        return OptionalDouble.of((rankSum - same * (same + 1) / 2.0) / ((double) same * others));
    }

    private static int endOfTie(List<Judged> ascending, int from) {
        int to = from + 1;
        while (to < ascending.size()
                && ascending.get(to).probability() == ascending.get(from).probability()) {
            to++;
        }
        return to;
    }
}
