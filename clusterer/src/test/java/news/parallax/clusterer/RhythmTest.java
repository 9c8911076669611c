package news.parallax.clusterer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void whatFailsOnceIsDoneAgainUntilItIsStopped() throws InterruptedException {
        var times = new AtomicInteger();
        var thrice = new CountDownLatch(3);
        var rhythm = new Rhythm("test", Duration.ofMillis(1), () -> {
            thrice.countDown();
            if (times.incrementAndGet() < 3) {
                throw new IllegalStateException("once more");
            }
        });
        rhythm.start();
        assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
        rhythm.stop();
    }
}
