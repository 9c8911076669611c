package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import news.parallax.clusterer.eval.PairScores.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairScoresTest {

    @Test
    void aPerfectOrderHasAnAucOfOneAndTheReverseZero() {
        assertThat(PairScores.of(List.of(same(.9), same(.8), other(.2)), .5).auc())
                .hasValue(1);
        assertThat(PairScores.of(List.of(same(.1), other(.8), other(.2)), .5).auc())
                .hasValue(0);
    }

    @Test
    void tiesCountHalf() {
        assertThat(PairScores.of(List.of(same(.5), other(.5), other(.5)), .5).auc())
                .hasValue(.5);
        // Of the four combinations .7 wins two, .4 ties one and loses one.
        assertThat(PairScores.of(List.of(same(.7), same(.4), other(.4), other(.6)), .5)
                        .auc())
                .hasValue(2.5 / 4);
    }

    @Test
    void whatIsSaidMoreOrLessOftenThanItIsTrueIsAnErrorOfCalibration() {
        assertThat(PairScores.of(List.of(same(.75), same(.75), same(.75), other(.75)), .5)
                        .calibrationError())
                .isZero();
        // Two of four at .15 are .35 too many, two of two at .9 are .1 too many: (4 x .35 + 2 x .1) / 6.
        assertThat(PairScores.of(List.of(same(.15), same(.15), other(.15), other(.15), same(.9), same(.9)), .5)
                        .calibrationError())
                .isCloseTo(1.6 / 6, within(1e-9));
    }

    @Test
    void withoutOneOfTheKindsThereIsNoAuc() {
        assertThat(PairScores.of(List.of(same(.7), same(.4)), .5).auc()).isEmpty();
        assertThat(PairScores.of(List.of(other(.7)), .5).auc()).isEmpty();
        assertThat(PairScores.of(List.of(), .5).auc()).isEmpty();
    }

    @Test
    void f1CountsPairsThatReachTheThreshold() {
        PairScores scores = PairScores.of(List.of(same(.9), same(.5), same(.49), other(.5), other(.1)), .5);
        assertThat(scores.n()).isEqualTo(5);
        // Two of three predicted are right, two of three same ones are found.
        assertThat(scores.f1()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(PairScores.of(List.of(same(.4), other(.6)), .5).f1()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRanksSayWhatComparingAllWithAllSays(long seed) {
        var random = new Random(seed);
        List<Judged> pairs = Stream.generate(() -> new Judged(random.nextInt(12) / 12.0, random.nextInt(3) == 0))
                .limit(60)
                .toList();
        List<Judged> same = pairs.stream().filter(Judged::same).toList();
        List<Judged> others = pairs.stream().filter(pair -> !pair.same()).toList();
        double wins = same.stream()
                .mapToDouble(a -> others.stream()
                        .mapToDouble(b -> (1 + Math.signum(a.probability() - b.probability())) / 2)
                        .sum())
                .sum();
        assertThat(PairScores.of(pairs, .5).auc().orElseThrow())
                .isEqualTo(wins / (same.size() * others.size()), within(1e-12));
    }

    private static Judged same(double probability) {
        return new Judged(probability, true);
    }

    private static Judged other(double probability) {
        return new Judged(probability, false);
    }
}
