package news.parallax.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final int PLACES = 2;

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final CountDownLatch catalogAnswers = new CountDownLatch(1);

    @AfterEach
    void endAll() {
        catalogAnswers.countDown();
        readers.shutdownNow();
    }

    @Test
    void whoeverWaitsLongEnoughIsServedAndWhoeverComesAfterTheQueueIsFullIsRefused() throws Exception {
        Crowd crowd = crowd("1h");
        List<Future<String>> served = occupy(crowd);
        Thread waiting = Thread.startVirtualThread(() -> {
            var _ = crowd.admit(() -> "waited");
        });
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        assertRefused(crowd);

        catalogAnswers.countDown();
        waiting.join();
        for (Future<String> call : served) {
            assertThat(call.get()).isEqualTo("served");
        }
        assertThat(crowd.admit(() -> "served again")).isEqualTo("served again");
    }

    @Test
    void whoeverHasWaitedTooLongIsRefusedAndLeavesTheQueue() throws Exception {
        Crowd crowd = crowd("10ms");
        occupy(crowd);

        for (int i = 0; i < 3; i++) {
            assertRefused(crowd);
        }
    }

    @Test
    void aCallThatFailsLeavesItsPlace() {
        Crowd crowd = crowd("1h");
        for (int i = 0; i <= PLACES; i++) {
            assertThatThrownBy(() -> crowd.admit(() -> {
                        throw new IllegalStateException("the catalog fails");
                    }))
                    .hasMessage("the catalog fails");
        }
    }

    private static Crowd crowd(String patience) {
        return new Crowd(Settings.of(Map.of(
                "parallax.gateway.catalog.calls-max",
                String.valueOf(PLACES),
                "parallax.gateway.catalog.waiting-max",
                "1",
                "parallax.gateway.catalog.patience",
                patience)));
    }

    /** Takes all places until the catalog answers. */
    private List<Future<String>> occupy(Crowd crowd) throws InterruptedException {
        List<Future<String>> calls = new ArrayList<>();
        var begun = new CountDownLatch(PLACES);
        for (int i = 0; i < PLACES; i++) {
            calls.add(readers.submit(() -> crowd.admit(() -> {
                begun.countDown();
                await(catalogAnswers);
                return "served";
            })));
        }
        begun.await();
        return calls;
    }

    private static void assertRefused(Crowd crowd) {
        assertThatThrownBy(() -> crowd.admit(() -> "served"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(Crowd.isBusy(refusal)).isTrue());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
