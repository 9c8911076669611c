package news.parallax.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import news.parallax.gateway.faults.Timeline.Attempt;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Timeline timeline = new Timeline();

    @Test
    void aFaultIsSeenFromTheFirstBadRequestToTheEndOfTheFirstFineOne() {
        ask("ann", 0, 10, true);
        ask("ann", 100, 150, false);
        ask("ben", 120, 130, true);
        ask("ann", 200, 220, false);
        ask("ann", 300, 340, true);

        assertThat(waited(90, 1_000)).isEqualTo(240);
        assertThat(waited(500, 1_000)).isZero();
    }

    @Test
    void aSlowAnswerIsSeenAsLongAsItTook() {
        ask("ann", 0, 1_500, true);
        ask("ann", 1_600, 1_610, true);

        assertThat(waited(0, 2_000)).isEqualTo(1_610);
    }

    @Test
    void aReaderWhoIsNeverAnsweredAgainIsCounted() {
        ask("ann", 100, 400, false);

        assertThat(waited(0, 1_000)).isEqualTo(300);
    }

    @Test
    void articlesWaitFromOneAcknowledgementToTheNext() {
        for (long at : new long[] {0, 100, 900, 1_000}) {
            timeline.acknowledged(Duration.ofMillis(at).toNanos());
        }

        assertThat(articlesWaited(50, 950)).isEqualTo(800);
        assertThat(articlesWaited(910, 2_000)).isEqualTo(1_000);
        assertThat(articlesWaited(200, 500)).isEqualTo(300);
    }

    private void ask(String reader, long startMillis, long endMillis, boolean good) {
        timeline.asked(new Attempt(
                reader,
                Duration.ofMillis(startMillis).toNanos(),
                Duration.ofMillis(endMillis).toNanos(),
                good));
    }

    private long waited(long fromMillis, long toMillis) {
        return timeline.readersWaited(
                        Duration.ofMillis(fromMillis).toNanos(),
                        Duration.ofMillis(toMillis).toNanos())
                .toMillis();
    }

    private long articlesWaited(long fromMillis, long toMillis) {
        return timeline.articlesWaited(
                        Duration.ofMillis(fromMillis).toNanos(),
                        Duration.ofMillis(toMillis).toNanos())
                .toMillis();
    }
}
