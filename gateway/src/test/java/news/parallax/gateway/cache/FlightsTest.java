package news.parallax.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.gateway.cache.Flights.Part;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final AnswerKey KEY = new AnswerKey("http://localhost", "/", "", "*/*", "en");

    private final Flights flights = new Flights();
    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void oneMakesTheAnswerAndTheOthersWait() {
        Part first = flights.join(KEY, woken::incrementAndGet);
        assertThat(flights.join(KEY, woken::incrementAndGet)).isInstanceOf(Part.Wait.class);
        assertThat(flights.join(KEY, woken::incrementAndGet)).isInstanceOf(Part.Wait.class);
        assertThat(woken).hasValue(0);

        ((Part.Lead) first).flight().land();
        assertThat(woken).hasValue(2);
    }

    @Test
    void aFlightIsUnderWayUntilItLands() {
        assertThat(flights.isUnderWay(KEY)).isFalse();
        Part.Lead lead = (Part.Lead) flights.join(KEY, woken::incrementAndGet);
        assertThat(flights.isUnderWay(KEY)).isTrue();
        lead.flight().land();

        assertThat(flights.isUnderWay(KEY)).isFalse();
    }

    @Test
    void whoLandsTwiceDoesNotEndTheNextFlight() {
        Part.Lead first = (Part.Lead) flights.join(KEY, woken::incrementAndGet);
        first.flight().land();
        assertThat(flights.join(KEY, woken::incrementAndGet)).isInstanceOf(Part.Lead.class);
        first.flight().land();

        assertThat(flights.join(KEY, woken::incrementAndGet)).isInstanceOf(Part.Wait.class);
    }

    @Test
    void whoWaitsIsBounded() {
        flights.join(KEY, woken::incrementAndGet);
        for (int i = 0; i < 1_000; i++) {
            flights.join(KEY, woken::incrementAndGet);
        }

        assertThat(flights.join(KEY, woken::incrementAndGet)).isInstanceOf(Part.Alone.class);
    }
}
