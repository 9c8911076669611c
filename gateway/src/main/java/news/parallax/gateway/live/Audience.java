package news.parallax.gateway.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.metrics.GatewayMetrics;
import org.jspecify.annotations.Nullable;

/** Everybody who listens now: how many they may be, that their connections live, and that they end. */
@Singleton
class Audience {
    private final GatewayConfig.Live config;
    private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-beat").daemon().factory());
    private boolean leaving;

    Audience(GatewayConfig config) {
        this.config = config.live();
        GatewayMetrics.gauge("stream.listeners", "Connections that follow changes of stories", seats::size);
    }

    /** A connection's place in the audience. */
    final class Seat {
        private final String who;
        private final long takenNanos = System.nanoTime();
        private volatile @Nullable Listener listener;

        private Seat(String who) {
            this.who = who;
        }

        void give(Listener newListener) {
            listener = newListener;
        }

        void leave() {
            seats.remove(this);
        }

        private void beat() {
            Listener here = listener;
            if (here == null) {
                return;
            }
            if (System.nanoTime() - takenNanos > config.life().toNanos()) {
                here.end();
            } else {
                here.beat();
            }
        }

        private void end() {
            if (listener instanceof Listener here) {
                here.end();
            }
        }
    }

    /**
     * Takes a seat; refuses when all are taken, or too many by one reader or address: TOO_MANY_STREAMS. BUSY when the gateway is
     * about to end.
     *
     * @param who the reader, or the address of a visitor
     */
    synchronized Seat take(String who) {
        if (leaving) {
            throw new RequestRefused(
                    ProblemCode.BUSY, "This copy of the gateway is about to end; come again.", Map.of());
        }
        long own = seats.stream().filter(seat -> seat.who.equals(who)).count();
        if (seats.size() >= config.connections() || own >= config.connectionsOfOne()) {
            String limit =
                    String.valueOf(own >= config.connectionsOfOne() ? config.connectionsOfOne() : config.connections());
            throw new RequestRefused(
                    ProblemCode.TOO_MANY_STREAMS,
                    "There are " + limit + " open streams already, which is the most.",
                    Map.of("limit", limit));
        }
        Seat seat = new Seat(who);
        seats.add(seat);
        return seat;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.heartbeat().toMillis();
        clock.scheduleAtFixedRate(() -> seats.forEach(Seat::beat), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends all connections in good order while the gateway still answers: their clients come back, to another copy. */
    synchronized void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
        seats.forEach(Seat::end);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdown();
    }
}
