package news.parallax.gateway.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.parallax.gateway.rating.SideLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BiasViewTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | 8 | 4 | 29 | 47 | 24 | 47% of the sources are Center
            4 | 2 | 4 | 40 | 20 | 40 | 40% of the sources are Left, 40% are Right
            1 | 1 | 1 | 33 | 34 | 33 | 33% of the sources are Left, 34% are Center, 33% are Right
            3 | 0 | 0 | 100 | 0 | 0 | 100% of the sources are Left
            0 | 0 | 0 | 0 | 0 | 0 | No rated sources
            """)
    void theHeadlineNamesEverySideWithTheMostSources(
            int left, int center, int right, int leftPercent, int centerPercent, int rightPercent, String headline) {
        BiasView bias = BiasView.of(
                left, center, right, 2, new PercentView(leftPercent, centerPercent, rightPercent), List.of());

        assertThat(bias.headline()).isEqualTo(headline);
    }

    @Test
    void theBarHasLabelsOnlyWhereTheyFit() {
        BiasView bias = BiasView.of(5, 8, 1, 0, new PercentView(36, 57, 7), List.of());

        assertThat(bias.segments())
                .containsExactly(
                        new BarSegment(SideLabel.LEFT, 0, 36),
                        new BarSegment(SideLabel.CENTER, 36, 57),
                        new BarSegment(SideLabel.RIGHT, 93, 7));
        assertThat(bias.segments()).extracting(BarSegment::fitsWord).containsExactly(false, true, false);
        assertThat(bias.segments()).extracting(BarSegment::fitsLetter).containsExactly(true, true, false);
        assertThat(bias.alternative()).isEqualTo("Left 36%, Center 57%, Right 7%");
    }

    @Test
    void aSideWithoutSourcesHasNoPartOfTheBar() {
        BiasView bias = BiasView.of(1, 0, 1, 3, new PercentView(50, 0, 50), List.of());

        assertThat(bias.segments()).extracting(BarSegment::side).containsExactly(SideLabel.LEFT, SideLabel.RIGHT);
        assertThat(bias.sides())
                .extracting(SideShare::sourceCount)
                .as("left, center, right, unrated")
                .containsExactly(1, 0, 1, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePartsOfTheBarFillItWithoutOverlap(int seed) {
        Random random = new Random(seed);
        int left = random.nextInt(101);
        int right = random.nextInt(101 - left);
        BiasView bias = BiasView.of(
                left, 100 - left - right, right, 0, new PercentView(left, 100 - left - right, right), List.of());

        int end = 0;
        for (BarSegment segment : bias.segments()) {
            assertThat(segment.start()).isEqualTo(end);
            assertThat(segment.width()).isPositive();
            end += segment.width();
        }
        assertThat(end).isEqualTo(100);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void aColumnOfTheSpreadNeverGrowsAboveItsLimit() {
        assertThat(SpreadColumn.of(SideLabel.LEFT, 3, 8).heightPixels()).isEqualTo(27);
        assertThat(SpreadColumn.of(SideLabel.LEFT, 400, 400).heightPixels()).isEqualTo(90);
        assertThat(SpreadColumn.of(SideLabel.LEFT, 0, 0).heightPixels()).isZero();
    }
}
