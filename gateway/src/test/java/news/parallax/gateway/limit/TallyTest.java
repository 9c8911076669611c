package news.parallax.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:20Z");

    private static Tally tally() {
        return new Tally(Count.at(NOW, "somebody", Duration.ofMinutes(1), 0));
    }

    @Test
    void soManyAreGrantedAndNoMore() {
        Tally tally = tally();

        assertThat(tally.take(2, NOW)).isEqualTo(new Standing(true, 2, 1, 40));
        assertThat(tally.take(2, NOW)).isEqualTo(new Standing(true, 2, 0, 40));
        assertThat(tally.take(2, NOW)).isEqualTo(new Standing(false, 2, 0, 40));
    }

    @Test
    void whatOthersCountedCountsToo() {
        Tally tally = tally();
        tally.take(10, NOW);

        assertThat(tally.tell().requests()).isEqualTo(1);
        tally.told(10);

        assertThat(tally.take(10, NOW).granted()).isFalse();
        assertThat(tally.hasUntold()).isFalse();
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        Tally tally = tally();
        tally.take(10, NOW);
        tally.tell();
        tally.take(10, NOW);
        tally.notTold();

        assertThat(tally.take(10, NOW).remaining()).isEqualTo(7);
        assertThat(tally.tell().requests()).isEqualTo(3);
    }

    @Test
    void aWindowEndsWithItsMinute() {
        assertThat(tally().holds(Instant.parse("2026-10-05T12:00:59.999Z"))).isTrue();
        assertThat(tally().holds(Instant.parse("2026-10-05T12:01:00Z"))).isFalse();
        assertThat(tally().holds(Instant.parse("2026-10-05T11:59:59Z"))).isFalse();
    }
}
