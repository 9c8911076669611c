package news.parallax.gateway.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import news.parallax.gateway.coverage.OverTime.Layer;
import news.parallax.gateway.coverage.OverTime.Moment;
import news.parallax.gateway.rating.SideLabel;
import org.junit.jupiter.api.Test;

class OverTimeTest {
    private static Moment moment(int second, int left, int center, int right, int unrated) {
        return new Moment(Instant.EPOCH.plusSeconds(second), left, center, right, unrated);
    }

    @Test
    void sidesLieOnOneAnotherInStepsUntilNow() {
        OverTime chart =
                OverTime.of(List.of(moment(0, 1, 0, 0, 0), moment(50, 1, 0, 2, 0)), Instant.EPOCH.plusSeconds(100));

        assertThat(chart.most()).isEqualTo(3);
        assertThat(chart.layers())
                .containsExactly(
                        new Layer(SideLabel.LEFT, "M0 90H0V60H150V60H300V90H150V90H0z"),
                        new Layer(SideLabel.RIGHT, "M0 60H0V60H150V0H300V60H150V60H0z"));
    }

    @Test
    void theTableHasFirstAndLastAndFewBetween() {
        List<Moment> moments =
                IntStream.range(0, 500).mapToObj(i -> moment(i, i, 0, 0, 0)).toList();
        OverTime chart = OverTime.of(moments, Instant.EPOCH.plusSeconds(500));

        assertThat(chart.rows()).hasSize(12);
        assertThat(chart.rows().getFirst().moment()).isEqualTo(moments.getFirst());
        assertThat(chart.rows().getLast().moment()).isEqualTo(moments.getLast());
    }
}
