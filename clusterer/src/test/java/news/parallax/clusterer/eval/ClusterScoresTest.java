package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.parallax.clusterer.eval.ClusterScores.Score;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterScoresTest {

    private static final Offset<Double> THREE_DIGITS = within(0.0005);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** The check that comes with the definition of the formulas. */
    @Test
    void theWorkedExampleGivesItsNumbers() {
        var scores = ClusterScores.of(labels("A A A A B B C C C D"), labels("1 1 2 2 2 2 3 3 4 5"));
        assertScore(scores.pair(), 0.500, 0.400, 0.444);
        assertScore(scores.bcubed(), 0.800, 0.667, 0.727);
        assertScore(scores.ceafe(), 0.627, 0.783, 0.696);
        assertThat(scores.nmi()).isCloseTo(0.729, THREE_DIGITS);
        assertThat(scores.gold()).isEqualTo(4);
        assertThat(scores.predicted()).isEqualTo(5);
    }

    @Test
    void equalClustersUnderOtherNamesArePerfect() {
        var scores = ClusterScores.of(labels("A A B C C C"), labels("x x y z z z"));
        assertScore(scores.pair(), 1, 1, 1);
        assertScore(scores.bcubed(), 1, 1, 1);
        assertScore(scores.ceafe(), 1, 1, 1);
        assertThat(scores.nmi()).isCloseTo(1, THREE_DIGITS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theAlignmentIsTheBestOfAll(long seed) {
        var random = new Random(seed);
        double[][] gains = new double[1 + random.nextInt(6)][1 + random.nextInt(6)];
        for (double[] row : gains) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            }
        }
        assertThat(OptimalAlignment.largestSum(gains)).isCloseTo(bestByTryingAll(gains, 0, 0), within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void swappingGoldAndPredictedSwapsPrecisionAndRecall(long seed) {
        var random = new Random(seed);
        List<String> gold = random(random, 40);
        List<String> predicted = random(random, 40);
        var scores = ClusterScores.of(gold, predicted);
        var swapped = ClusterScores.of(predicted, gold);
        assertThat(swapped.pair())
                .isEqualTo(new Score(scores.pair().r(), scores.pair().p()));
        assertThat(swapped.bcubed().p()).isCloseTo(scores.bcubed().r(), within(1e-9));
        assertThat(swapped.ceafe().p()).isCloseTo(scores.ceafe().r(), within(1e-9));
        assertThat(swapped.nmi()).isCloseTo(scores.nmi(), within(1e-9));
    }

    private static double bestByTryingAll(double[][] gains, int row, int usedColumns) {
        if (row == gains.length) {
            return 0;
        }
        double best = bestByTryingAll(gains, row + 1, usedColumns);
        for (int j = 0; j < gains[row].length; j++) {
            if ((usedColumns >> j & 1) == 0) {
                best = Math.max(best, gains[row][j] + bestByTryingAll(gains, row + 1, usedColumns | 1 << j));
            }
        }
        return best;
    }

    private static List<String> random(Random random, int rows) {
        int clusters = 1 + random.nextInt(12);
        return IntStream.range(0, rows)
                .mapToObj(_ -> "c" + random.nextInt(clusters))
                .toList();
    }

    private static void assertScore(Score score, double p, double r, double f1) {
        assertThat(score.p()).isCloseTo(p, THREE_DIGITS);
        assertThat(score.r()).isCloseTo(r, THREE_DIGITS);
        assertThat(score.f1()).isCloseTo(f1, THREE_DIGITS);
    }

    private static List<String> labels(String labels) {
        return List.of(labels.split(" "));
    }
}
