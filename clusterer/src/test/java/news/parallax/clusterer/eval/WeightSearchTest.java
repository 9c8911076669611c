package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.parallax.clusterer.story.Evidence;
import news.parallax.clusterer.story.Feature;
import news.parallax.clusterer.story.SameStoryModel;
import org.junit.jupiter.api.Test;

class WeightSearchTest {

    private static final int WORDS = Feature.WORDS.ordinal();
    private static final int INTERCEPT = Feature.INTERCEPT.ordinal();

    @Test
    void theSearchClimbsToTheBestWeights() {
        SameStoryModel found = WeightSearch.improve(List.of(peakAt(-2, 3)), List.of(), zero());
        assertThat(found.weights()[INTERCEPT]).isBetween(-2.4, -1.6);
        assertThat(found.weights()[WORDS]).isBetween(2.6, 3.4);
    }

    @Test
    void aWeightThatChangesNothingBecomesNoLarger() {
        SameStoryModel found = WeightSearch.improve(List.of(peakAt(0, 1)), List.of(), zero());
        assertThat(found.weights()[Feature.NAMES.ordinal()]).isZero();
    }

    @Test
    void noBetterModelIsTakenThatFallsShortOfABar() {
        SameStoryModel found = WeightSearch.improve(
                List.of(peakAt(-2, 3)), List.of(model -> -Math.abs(model.weights()[WORDS])), zero());
        assertThat(found.weights()[INTERCEPT]).isBetween(-2.4, -1.6);
        assertThat(found.weights()[WORDS]).isZero();
    }

    @Test
    void twoSearchesFindTheSame() {
        assertThat(WeightSearch.improve(List.of(peakAt(-2, 3)), List.of(), zero())
                        .weights())
                .isEqualTo(WeightSearch.improve(List.of(peakAt(-2, 3)), List.of(), zero())
                        .weights());
    }

    @Test
    void theFirstModelTellsPairsThatShareWordsFromOthers() {
        var random = new Random(7);
        List<Evidence> evidence = IntStream.range(0, 400)
                .mapToObj(i -> sharing(i % 2 == 0 ? 0.3 + random.nextDouble() * 0.4 : random.nextDouble() * 0.4))
                .toList();
        var pairs = new TuningPairs(
                evidence, IntStream.range(0, 400).mapToObj(i -> i % 2 == 0).toList(), 0.5);
        SameStoryModel model = LogisticFit.fit(List.of(pairs));
        assertThat(model.probability(sharing(0.6))).isGreaterThan(0.9);
        assertThat(model.probability(sharing(0.35))).isBetween(0.3, 0.7);
        assertThat(model.probability(sharing(0.1))).isLessThan(0.1);
        assertThat(pairs.score(model)).isGreaterThan(pairs.score(zero()));
    }

    private static Evidence sharing(double terms) {
        return new Evidence(0, terms, 0, 0, 1, 0, 1, 0, 0);
    }

    private static SameStoryModel zero() {
        return SameStoryModel.of(new double[Feature.values().length]);
    }

    /** Scores a model by how near two of its weights are to what they should be. */
    private static TuningFile peakAt(double intercept, double words) {
        return new TuningFile() {
            @Override
            public double score(SameStoryModel model) {
                double miss =
                        Math.abs(model.weights()[INTERCEPT] - intercept) + Math.abs(model.weights()[WORDS] - words);
                return 1 / (1 + miss);
            }

            @Override
            public TuningPairs pairs() {
                return new TuningPairs(List.of(), List.of(), 0.5);
            }
        };
    }
}
