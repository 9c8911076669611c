package news.parallax.crawler.delivery;

import com.google.protobuf.Duration;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Gatherers;
import news.parallax.catalog.v1.ClaimHostsRequest;
import news.parallax.catalog.v1.ClaimHostsResponse;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.HostClaim;
import news.parallax.catalog.v1.HostRelease;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.fetch.HostBusyException;
import news.parallax.crawler.fetch.HostClaims;

/**
 * Claims hosts at the catalog. A host is ours from the first request until it was idle for a while, and every request is
 * counted against our own clock from before the claim was sent, so that we never believe to have what another one got.
 * One thread of its own renews and releases.
 */
@Singleton
public class HostClaimClient implements HostClaims {

    private static final int HOSTS_AT_ONCE = 1_000;

    private final FeedServiceBlockingStub stub;
    private final CrawlerConfig config;
    private final String crawlerId;
    private final Thread keeper;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    /** Guarded by lock, like all below. */
    private final Map<String, Claim> held = new HashMap<>();

    /** Hosts that the catalog is being asked about: a claim must not overtake the release before it. */
    private final Set<String> moving = new HashSet<>();

    HostClaimClient(@GrpcClient("catalog") Channel channel, CrawlerConfig config, CrawlerIdentity identity) {
        this.stub = FeedServiceGrpc.newBlockingStub(channel);
        this.config = config;
        this.crawlerId = identity.id();
        this.keeper = Thread.ofVirtual().name("host-claims").unstarted(this::keep);
        if (config.sharedHosts()) {
            keeper.start();
        }
    }

    @Override
    public void enter(String host, java.time.Duration interval) throws IOException, InterruptedException {
        if (!config.sharedHosts()) {
            return;
        }
        long start = System.nanoTime();
        while (!isHeld(host, interval)) {
            java.time.Duration wait = claim(host);
            java.time.Duration waited = java.time.Duration.ofNanos(System.nanoTime() - start);
            if (!wait.isZero() && waited.plus(wait).compareTo(config.hostWaitMax()) > 0) {
                throw new HostBusyException("another crawler is at " + host, wait);
            }
            Thread.sleep(min(wait, config.pollInterval()));
        }
    }

    /** Whether the host is ours; if so, it is entered, else it is marked as being moved. */
    private boolean isHeld(String host, java.time.Duration interval) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (moving.contains(host)) {
                moved.await();
            }
            Claim claim = held.get(host);
            if (claim != null
                    && claim.left().compareTo(min(interval, config.hostClaim().dividedBy(2))) > 0) {
                claim.users++;
                return true;
            }
            moving.add(host);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Asks for one host; returns zero if it is ours now, else after which time to ask again. */
    private java.time.Duration claim(String host) {
        java.time.Duration wait = config.pollInterval();
        try {
            long sent = System.nanoTime();
            HostClaim answer = call(List.of(host), Map.of()).getClaims(0);
            wait = answer.getGranted() ? java.time.Duration.ZERO : atLeastOneMilli(answer.getWait());
            took(answer, sent);
        } catch (StatusRuntimeException e) {
            Log.warnf("host not claimed host=%s reason=\"%s\"", host, e.getMessage());
        } finally {
            settled(Set.of(host));
        }
        return wait;
    }

    @Override
    public void leave(String host, java.time.Duration interval) {
        lock.lock();
        try {
            Claim claim = held.get(host);
            if (claim != null) {
                claim.users--;
                claim.lastUse = System.nanoTime();
                claim.interval = interval;
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(min(config.hostClaim().dividedBy(6), config.hostIdle()));
                renewAndRelease();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only close() interrupts; the thread ends here
        }
    }

    private void renewAndRelease() {
        List<String> renewed = new ArrayList<>();
        Map<String, java.time.Duration> released = new HashMap<>();
        lock.lock();
        try {
            held.forEach((host, claim) -> {
                if (!moving.contains(host)) {
                    if (claim.users > 0 || claim.idle().compareTo(config.hostIdle()) < 0) {
                        renewed.add(host);
                    } else {
                        released.put(host, claim.rest());
                    }
                }
            });
            held.keySet().removeAll(released.keySet());
            moving.addAll(released.keySet());
        } finally {
            lock.unlock();
        }
        try {
            renewed.stream().gather(Gatherers.windowFixed(HOSTS_AT_ONCE)).forEach(this::renew);
            released.keySet().stream()
                    .gather(Gatherers.windowFixed(HOSTS_AT_ONCE))
                    .forEach(hosts -> {
                        Map<String, java.time.Duration> some = new HashMap<>(released);
                        some.keySet().retainAll(hosts);
                        call(List.of(), some);
                    });
        } catch (StatusRuntimeException e) {
            Log.warnf("host claims not renewed reason=\"%s\"", e.getMessage()); // those that end are asked for again
        } finally {
            settled(released.keySet());
        }
    }

    private void renew(List<String> hosts) {
        long sent = System.nanoTime();
        call(hosts, Map.of()).getClaimsList().forEach(claim -> took(claim, sent));
    }

    private void took(HostClaim answer, long sent) {
        lock.lock();
        try {
            if (answer.getGranted()) {
                held.computeIfAbsent(answer.getHost(), _ -> new Claim()).until =
                        sent + config.hostClaim().toNanos();
            } else {
                held.remove(answer.getHost());
            }
        } finally {
            lock.unlock();
        }
    }

    private void settled(Set<String> hosts) {
        lock.lock();
        try {
            moving.removeAll(hosts);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private ClaimHostsResponse call(List<String> hosts, Map<String, java.time.Duration> releases) {
        ClaimHostsRequest.Builder request = ClaimHostsRequest.newBuilder()
                .setCrawlerId(crawlerId)
                .addAllHosts(hosts)
                .setClaimDuration(duration(config.hostClaim()));
        releases.forEach((host, rest) ->
                request.addReleases(HostRelease.newBuilder().setHost(host).setRest(duration(rest))));
        return stub.withDeadlineAfter(config.catalogTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .claimHosts(request.build());
    }

    /** So that those who crawl on need not wait for the claims to end. */
    @PreDestroy
    void close() {
        keeper.interrupt();
        Map<String, java.time.Duration> released = new HashMap<>();
        lock.lock();
        try {
            held.forEach((host, claim) -> released.put(host, claim.users > 0 ? claim.interval : claim.rest()));
            held.clear();
        } finally {
            lock.unlock();
        }
        if (!released.isEmpty() && released.size() <= HOSTS_AT_ONCE) {
            try {
                call(List.of(), released);
            } catch (StatusRuntimeException e) {
                Log.infof("host claims not released reason=\"%s\"", e.getMessage());
            }
        }
    }

    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .setNanos(duration.toNanosPart())
                .build();
    }

    private static java.time.Duration atLeastOneMilli(Duration wait) {
        java.time.Duration duration = java.time.Duration.ofSeconds(wait.getSeconds(), wait.getNanos());
        return duration.isZero() ? java.time.Duration.ofMillis(1) : duration;
    }

    private static java.time.Duration min(java.time.Duration one, java.time.Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A host that is ours; guarded by the client's lock. */
    private static final class Claim {

        private long until;
        private int users;
        private long lastUse = System.nanoTime();
        private java.time.Duration interval = java.time.Duration.ZERO;

        java.time.Duration left() {
            return java.time.Duration.ofNanos(until - System.nanoTime());
        }

        java.time.Duration idle() {
            return java.time.Duration.ofNanos(System.nanoTime() - lastUse);
        }

        /** How long the next one still has to wait after our last request. */
        java.time.Duration rest() {
            java.time.Duration rest = interval.minus(idle());
            return rest.isNegative() ? java.time.Duration.ZERO : rest;
        }
    }
}
