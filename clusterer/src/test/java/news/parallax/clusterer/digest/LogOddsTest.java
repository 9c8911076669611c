package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogOddsTest {

    @Test
    void theScoreIsTheOneWorkedOutByHand() {
        // ln(4/16) - ln(2/18) = 0.81093; variance 1/4 + 1/2 = 0.75; 0.81093 / 0.86603
        assertThat(new LogOdds(3, 10, 1, 10, 1, 10).zScore()).isCloseTo(0.93638, within(1e-5));
        // ln(4.8/31.2) - ln(0.8/75.2) = 2.67149; variance 1/4.8 + 1/0.8 = 1.45833; 2.67149 / 1.20761
        assertThat(new LogOdds(4, 28, 0, 68, 0.8, 8).zScore()).isCloseTo(2.21221, within(1e-5));
    }

    @Test
    void aTermThatBothSidesUseAlikeScoresNothing() {
        assertThat(new LogOdds(5, 40, 5, 40, 2, 16).zScore()).isZero();
    }

    @Test
    void aStrongerPriorMakesTheSameCountsTellLess() {
        double weak = new LogOdds(6, 60, 1, 60, 1, 20).zScore();
        double strong = new LogOdds(6, 60, 1, 60, 20, 400).zScore();
        assertThat(strong).isPositive().isLessThan(weak);
    }

    @Test
    void aPriorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new LogOdds(1, 2, 1, 2, 0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogOdds(1, 2, 1, 2, 4, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sidesAreTreatedAlikeAndMoreUseScoresMore(int seed) {
        var random = new Random(seed);
        int total = 20 + random.nextInt(200);
        int otherTotal = 20 + random.nextInt(200);
        int count = random.nextInt(19);
        int otherCount = random.nextInt(19);
        double prior = 0.1 + random.nextDouble();
        var one = new LogOdds(count, total, otherCount, otherTotal, prior, 30);
        var other = new LogOdds(otherCount, otherTotal, count, total, prior, 30);
        var more = new LogOdds(count + 1, total, otherCount, otherTotal, prior, 30);
        assertThat(one.zScore()).isCloseTo(-other.zScore(), within(1e-9));
        assertThat(Double.isFinite(one.zScore())).isTrue();
        if (one.zScore() >= 0) {
            assertThat(more.zScore()).isGreaterThan(one.zScore());
        }
    }
}
