package news.parallax.gateway.webhook;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.parallax.gateway.GatewayConfig;

/**
 * Has messages sent as long as the gateway runs: leases what is due, a few at a time, and sends each on a virtual thread of its own. Any
 * number of gateways may do so at once; what one of them leased and did not report, because it was killed, another is given later.
 */
@Singleton
class WebhookDispatcher {
    static final int CONCURRENT_MAX = 1_000;
    private static final int LEASES_MAX = 200;

    private final WebhookClient client;
    private final Courier courier;
    private final GatewayConfig.Webhooks config;
    private final int concurrent;
    private final Semaphore places;
    private volatile boolean stopped;

    WebhookDispatcher(WebhookClient client, Courier courier, GatewayConfig config) {
        this.client = client;
        this.courier = courier;
        this.config = config.webhooks();
        this.concurrent = Math.clamp(this.config.concurrent(), 1, CONCURRENT_MAX);
        this.places = new Semaphore(concurrent);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            Thread.ofVirtual().name("webhook-dispatcher").start(this::work);
            Log.infof("webhooks are sent concurrent=%d", concurrent);
        }
    }

    /** Waits for what is being sent; what is not reported then is sent again by another. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (!places.tryAcquire(concurrent, config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            Log.warn("still sending webhooks; what is not reported is sent again");
        }
    }

    private void work() {
        while (!stopped) {
            try {
                if (sendDue() == 0) {
                    Thread.sleep(config.interval());
                }
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    /** Returns how many messages it has begun to send. */
    int sendDue() throws InterruptedException {
        places.acquire();
        int free = 1 + places.drainPermits();
        List<Letter> letters = stopped ? List.of() : lease(Math.min(free, LEASES_MAX));
        letters.forEach(letter -> Thread.ofVirtual().name("webhook").start(() -> send(letter)));
        places.release(free - letters.size());
        return letters.size();
    }

    private List<Letter> lease(int limit) {
        try {
            return client.lease(limit, leaseDuration());
        } catch (RuntimeException e) {
            Log.warnf("no webhooks leased, it will be tried again: %s", e.getMessage());
            return List.of();
        }
    }

    private void send(Letter letter) {
        try {
            courier.deliver(letter);
        } catch (RuntimeException e) {
            Log.errorf(e, "webhook not sent, it will be tried again delivery=%s", letter.id());
        } finally {
            places.release();
        }
    }

    /** Twice as long as sending may take, and time for the catalog before and after. */
    private Duration leaseDuration() {
        return config.timeout().multipliedBy(2).plusSeconds(30);
    }
}
