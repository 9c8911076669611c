package news.parallax.clusterer.election;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.election.Seat.Elsewhere;
import news.parallax.clusterer.election.Seat.Held;
import news.parallax.clusterer.election.Seat.TakingOver;
import news.parallax.clusterer.election.Seat.Vacant;
import news.parallax.clusterer.metrics.ClustererMetrics;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Keeps one copy assigning: asks for the lease again and again, reads the window back when it is had, and knows who has it
 * otherwise. That two think they have it for a moment is harmless: the catalog takes writes with the latest token only.
 */
@Readiness
@Default
@Singleton
public class Election implements HealthCheck {

    static final String LEASE = "assigner";

    private static final Vacant VACANT = new Vacant();

    private final LeaseClient leases;
    private final Clusterer clusterer;
    private final Address address;
    private final ClustererConfig config;
    private final String holder = UUID.randomUUID().toString();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Changed by {@link #become} alone. */
    private volatile Seat seat = VACANT;

    private volatile boolean begun;

    /** When what is known of the seat ends, unless it is heard anew. Of the election's thread. */
    private long validUntilNanos;

    Election(LeaseClient leases, Clusterer clusterer, Address address, ClustererConfig config) {
        this.leases = leases;
        this.clusterer = clusterer;
        this.address = address;
        this.config = config;
        ClustererMetrics.gauge("lease.held", "Whether this copy assigns", () -> isHeld() ? 1 : 0);
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofPlatform().name("election").daemon().start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        giveUp();
    }

    /** Ends: another copy need not wait until the lease runs out. */
    public void giveUp() {
        stopped.countDown();
        try {
            if (ended.await(config.lease().duration().toMillis(), TimeUnit.MILLISECONDS)) {
                become(VACANT);
                leases.release(holder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this copy assigns. */
    public boolean isHeld() {
        return seat instanceof Held;
    }

    /** Whether another copy assigns. */
    public boolean isElsewhere() {
        return seat instanceof Elsewhere;
    }

    /** Whether it was known once since this copy was started who assigns: from then on articles can wait for it. */
    public boolean hasBegun() {
        return begun;
    }

    /** Whether this copy has ended to take part: it will not know any more who assigns. */
    boolean isOver() {
        return stopped.getCount() == 0;
    }

    private boolean isDecided() {
        return seat instanceof Held || seat instanceof Elsewhere;
    }

    Seat seat() {
        return seat;
    }

    /** The catalog says that another has taken over. */
    void deposed(Held former) {
        if (become(former, VACANT)) {
            Log.warnf("another copy assigns now token=%d", former.token());
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("some copy assigns articles")
                .status(isDecided())
                .withData("seat", seat.getClass().getSimpleName())
                .build();
    }

    /** The top of the loop: whatever goes wrong once is tried again. */
    private void run() {
        try {
            do {
                look();
            } while (!stopped.await(config.lease().interval().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            ended.countDown();
        }
    }

    private void look() {
        long asked = System.nanoTime();
        Optional<Lease> lease = leases.acquire(holder, address.value());
        if (lease.isPresent()) {
            validUntilNanos = asked + config.lease().duration().toNanos();
            follow(lease.get());
        } else if (System.nanoTime() - validUntilNanos > 0 && become(VACANT)) {
            Log.warn("nobody known to assign, the catalog does not answer");
        }
    }

    private void follow(Lease lease) {
        if (lease.holder().equals(holder)) {
            if (!isMine(lease.token())) {
                takeOver(new TakingOver(lease.token()));
            }
        } else if (lease.remaining().isPositive()) {
            Seat now = new Elsewhere(lease.address(), lease.token());
            if (become(now)) {
                Log.infof("another copy assigns address=%s token=%d", lease.address(), lease.token());
            }
        } else {
            become(VACANT);
        }
    }

    private boolean isMine(long token) {
        Seat now = seat;
        return now.equals(new Held(token)) || now.equals(new TakingOver(token));
    }

    /** Returns whether that is a change. */
    private synchronized boolean become(Seat next) {
        boolean changed = !seat.equals(next);
        seat = next;
        begun |= isDecided();
        return changed;
    }

    /** Changes nothing, and returns false, if it has changed before. */
    private synchronized boolean become(Seat former, Seat next) {
        return seat.equals(former) && become(next);
    }

    /** Beside the renewing, as it may take longer than the lease. */
    private void takeOver(TakingOver mine) {
        become(mine);
        Thread.ofVirtual().name("taking-over").start(() -> {
            Duration wait = config.catalog().rebuildRetryWait();
            while (seat.equals(mine)) {
                try {
                    long start = System.nanoTime();
                    int articles = ClustererMetrics.rebuild(() -> clusterer.lead(mine.token()));
                    if (become(mine, new Held(mine.token()))) {
                        ClustererMetrics.tookOver();
                        Log.infof(
                                "this copy assigns token=%d articles=%d millis=%d",
                                mine.token(), articles, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                    }
                } catch (CatalogFailure e) {
                    Log.warnf("window not rebuilt yet, trying again in=%s reason=%s", wait, e.getMessage());
                    pause(wait);
                } catch (RuntimeException e) {
                    Log.errorf(e, "window not rebuilt, trying again in=%s", wait);
                    pause(wait);
                }
            }
        });
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
