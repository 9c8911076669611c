package news.parallax.crawler.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import news.parallax.crawler.metrics.CrawlMetrics;

/** Lets one request at a time go to a host, with a least interval from the end of one to the start of the next. */
final class HostPacer {

    private final int hostsMax;
    private final HostClaims claims;
    private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();

    HostPacer(int hostsMax, HostClaims claims) {
        this.hostsMax = hostsMax;
        this.claims = claims;
    }

    /** Waits for the host's turn, then runs the request. Waiting threads go in the order they came. */
    <T> T paced(String host, Duration interval, Request<T> request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Lane lane = enter(host);
        try {
            lane.turn.lockInterruptibly();
            try {
                Thread.sleep(lane.untilFree(interval));
                claims.enter(host, interval);
                CrawlMetrics.waitedForHost(Duration.ofNanos(System.nanoTime() - start));
                return entered(host, interval, lane, request);
            } finally {
                lane.turn.unlock();
            }
        } finally {
            leave(host);
        }
    }

    private <T> T entered(String host, Duration interval, Lane lane, Request<T> request)
            throws IOException, InterruptedException {
        try {
            return request.send();
        } finally {
            lane.lastEndNanos = System.nanoTime();
            claims.leave(host, interval);
        }
    }

    private Lane enter(String host) {
        if (lanes.size() >= hostsMax) {
            lanes.forEach((name, _) -> lanes.computeIfPresent(name, (_, lane) -> lane.users == 0 ? null : lane));
        }
        return lanes.compute(host, (_, lane) -> {
            Lane entered = lane == null ? new Lane() : lane;
            entered.users++;
            return entered;
        });
    }

    private void leave(String host) {
        lanes.computeIfPresent(host, (_, lane) -> {
            lane.users--;
            return lane;
        });
    }

    /** One request. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws IOException, InterruptedException;
    }

    private static final class Lane {

        private final ReentrantLock turn = new ReentrantLock(true);
        /** Guarded by the map's lock on the entry. */
        private int users;
        /** Guarded by turn; 0 before the first request. */
        private long lastEndNanos;

        Duration untilFree(Duration interval) {
            if (lastEndNanos == 0) {
                return Duration.ZERO;
            }
            Duration left = interval.minusNanos(System.nanoTime() - lastEndNanos);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
