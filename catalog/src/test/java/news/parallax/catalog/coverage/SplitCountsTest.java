package news.parallax.catalog.coverage;

import static news.parallax.catalog.coverage.BiasStep.CENTER;
import static news.parallax.catalog.coverage.BiasStep.FAR_LEFT;
import static news.parallax.catalog.coverage.BiasStep.LEAN_LEFT;
import static news.parallax.catalog.coverage.BiasStep.LEAN_RIGHT;
import static news.parallax.catalog.coverage.BiasStep.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplitCountsTest {
    private static final GapRule RULE = new GapRule(7, 20, 20, 1);

    @Test
    void unratedSourcesAreInTheTotalAndInNoPercentage() {
        SplitCounts split = SplitCounts.of(sources(1, 2, 1, 5), RULE);

        assertThat(split.total()).isEqualTo(9);
        assertThat(split.rated()).isEqualTo(4);
        assertThat(split.on(CoverageSide.UNRATED)).isEqualTo(5);
        assertThat(split.percents()).isEqualTo(new Percents(25, 50, 25));
    }

    @Test
    void leanCountsWithItsSide() {
        SplitCounts split = SplitCounts.of(
                List.of(source("a", LEAN_LEFT), source("b", FAR_LEFT), source("c", LEAN_RIGHT), source("d", CENTER)),
                RULE);

        assertThat(split.sides())
                .isEqualTo(Map.of(CoverageSide.LEFT, 2, CoverageSide.RIGHT, 1, CoverageSide.CENTER, 1));
        assertThat(split.biases()).isEqualTo(Map.of(FAR_LEFT, 1, LEAN_LEFT, 1, CENTER, 1, LEAN_RIGHT, 1));
    }

    @Test
    void aSourceWithOwnersOfTwoCategoriesCountsInBoth() {
        var source = new CountedSource(
                "a",
                null,
                null,
                "BE",
                "nl",
                new TreeSet<>(List.of(OwnerCategory.TELECOM, OwnerCategory.GOVERNMENT)),
                true);
        SplitCounts split = SplitCounts.of(List.of(source, source("b", CENTER)), RULE);

        assertThat(split.owners()).isEqualTo(Map.of(OwnerCategory.GOVERNMENT, 1, OwnerCategory.TELECOM, 1));
        assertThat(split.ownersUnknown()).isEqualTo(1);
        assertThat(split.factualityUnknown()).isEqualTo(2);
    }

    @Test
    void countriesAndLanguagesComeMostFirstAndNotKnownLast() {
        SplitCounts split = SplitCounts.of(
                List.of(placed("", "fr"), placed("", "fr"), placed("BE", "fr"), placed("BE", "nl"), placed("AT", "de")),
                RULE);

        assertThat(split.countries().entrySet())
                .containsExactly(Map.entry("BE", 2), Map.entry("AT", 1), Map.entry("", 2));
        assertThat(split.languages().entrySet())
                .containsExactly(Map.entry("fr", 3), Map.entry("de", 1), Map.entry("nl", 1));
    }

    @Nested
    class Percentages {
        @ParameterizedTest(name = "{0} left, {1} center, {2} right: {3} {4} {5}")
        @CsvSource({
            "0, 0, 0,   0, 0, 0",
            "1, 0, 1,   50, 0, 50",
            "5, 8, 4,   29, 47, 24",
            "1, 1, 1,   33, 34, 33",
            "1, 6, 1,   13, 74, 13",
            "1, 0, 7,   13, 0, 87",
            "7, 0, 1,   87, 0, 13",
            "0, 0, 3,   0, 0, 100",
            "1, 198, 1, 1, 98, 1",
        })
        void addToAHundred(int left, int center, int right, int leftPercent, int centerPercent, int rightPercent) {
            assertThat(Percents.of(left, center, right))
                    .isEqualTo(new Percents(leftPercent, centerPercent, rightPercent));
        }

        static IntStream seeds() {
            return IntStream.range(0, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void areNeverNegativeAndOffByLessThanOnePoint(int seed) {
            var random = new Random(seed);
            int bound = 1 + random.nextInt(400);
            int left = random.nextInt(bound);
            int center = random.nextInt(3) == 0 ? 0 : random.nextInt(bound);
            int right = 1 + random.nextInt(bound);
            double rated = left + center + right;

            Percents percents = Percents.of(left, center, right);

            assertThat(percents.left() + percents.center() + percents.right()).isEqualTo(100);
            assertThat(percents.center()).isNotNegative();
            assertThat(Math.abs(percents.left() - 100 * left / rated)).isLessThanOrEqualTo(0.5);
            assertThat(Math.abs(percents.right() - 100 * right / rated)).isLessThanOrEqualTo(0.5);
            assertThat(Math.abs(percents.center() - 100 * center / rated)).isLessThanOrEqualTo(1);
        }

        @Test
        void holdForEverySplitOfUpToAHundredSources() {
            for (int rated = 1; rated <= 100; rated++) {
                for (int left = 0; left <= rated; left++) {
                    for (int right = 0; left + right <= rated; right++) {
                        Percents percents = Percents.of(left, rated - left - right, right);
                        assertThat(percents.center()).isNotNegative();
                        assertThat(percents.left() + percents.center() + percents.right())
                                .isEqualTo(100);
                    }
                }
            }
        }
    }

    @Nested
    class CoverageGaps {
        @ParameterizedTest(name = "{0} left, {1} center, {2} right: {3}")
        @CsvSource({
            "1, 2, 4, LEFT", // 14 % and 57 %
            "4, 2, 1, RIGHT",
            "0, 3, 4, LEFT",
            "1, 1, 4, ", // six are too few
            "2, 3, 4, ", // 22 % is not hardly
            "2, 5, 3, ", // 20 % and 30 % are too near
            "2, 4, 4, LEFT", // 20 % and 40 %: every number just holds
            "0, 8, 0, ", // neither side
        })
        void holdByTheNumbersOfTheRule(int left, int center, int right, @Nullable CoverageSide side) {
            List<CountedSource> sources = new ArrayList<>(sources(left, center, right, 3));
            sources.set(0, factual(sources.getFirst(), FactualityLevel.HIGH));

            assertThat(SplitCounts.of(sources, RULE).gapSide().orElse(null)).isEqualTo(side);
        }

        @Test
        void needASourceOfHighFactuality() {
            List<CountedSource> sources = new ArrayList<>(sources(1, 2, 4, 0));
            assertThat(SplitCounts.of(sources, RULE).gapSide()).isEmpty();

            sources.set(0, factual(sources.getFirst(), FactualityLevel.MIXED));
            assertThat(SplitCounts.of(sources, RULE).gapSide()).isEmpty();

            sources.set(0, factual(sources.getFirst(), FactualityLevel.VERY_HIGH));
            assertThat(SplitCounts.of(sources, RULE).gapSide()).contains(CoverageSide.LEFT);
        }
    }

    @Nested
    class Means {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "CENTER, CENTER",
            "'LEAN_LEFT,CENTER', LEAN_LEFT", // −0.5 goes away from center
            "'LEAN_RIGHT,CENTER', LEAN_RIGHT",
            "'LEAN_RIGHT,CENTER,CENTER', CENTER", // 0.33
            "'LEFT,RIGHT', CENTER",
            "'FAR_LEFT,LEFT', FAR_LEFT", // −2.5
            "'LEFT,LEAN_LEFT,LEAN_LEFT', LEAN_LEFT", // −1.33
            "'FAR_RIGHT,FAR_RIGHT', FAR_RIGHT",
            "'FAR_RIGHT,CENTER', RIGHT", // 1.5
        })
        void ofBiasRoundHalvesAwayFromCenter(String ratings, BiasStep mean) {
            assertThat(BiasStep.mean(List.of(ratings.split(",")).stream()
                            .map(BiasStep::valueOf)
                            .toList()))
                    .isEqualTo(mean);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "VERY_LOW, VERY_LOW",
            "'HIGH,VERY_HIGH', HIGH", // 3.5 goes down
            "'VERY_LOW,LOW', VERY_LOW",
            "'HIGH,VERY_HIGH,VERY_HIGH', VERY_HIGH", // 3.67
            "'HIGH,HIGH,VERY_HIGH', HIGH",
            "'LOW,HIGH', MIXED",
        })
        void ofFactualityRoundHalvesDown(String ratings, FactualityLevel mean) {
            assertThat(FactualityLevel.mean(List.of(ratings.split(",")).stream()
                            .map(FactualityLevel::valueOf)
                            .toList()))
                    .isEqualTo(mean);
        }
    }

    private static List<CountedSource> sources(int left, int center, int right, int unrated) {
        List<CountedSource> sources = new ArrayList<>();
        Collections.nCopies(left, LEAN_LEFT).forEach(step -> sources.add(source("l" + sources.size(), step)));
        Collections.nCopies(center, CENTER).forEach(step -> sources.add(source("c" + sources.size(), step)));
        Collections.nCopies(right, RIGHT).forEach(step -> sources.add(source("r" + sources.size(), step)));
        IntStream.range(0, unrated).forEach(number -> sources.add(source("u" + number, null)));
        return sources;
    }

    private static CountedSource source(String id, @Nullable BiasStep bias) {
        return new CountedSource(id, bias, null, "", "", new TreeSet<>(), true);
    }

    private static CountedSource placed(String country, String language) {
        return new CountedSource(country + language, null, null, country, language, new TreeSet<>(), true);
    }

    private static CountedSource factual(CountedSource source, FactualityLevel level) {
        return new CountedSource(source.id(), source.bias(), level, "", "", source.owners(), source.independent());
    }
}
