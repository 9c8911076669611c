package news.parallax.gateway.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests on some connections and takes the time of each, all on the calling thread. A request that is due while
 * every connection waits for an answer is sent when one is free, and its time counts from when it was due: a gateway that
 * stalls pays for all who would have come meanwhile (Tene, "How not to measure latency", 2015).
 */
final class Load implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000;
    private static final long MILLI_NANOS = 1_000_000;

    private final Selector selector;
    private final List<BenchConnection> connections = new ArrayList<>();
    private final Deque<BenchConnection> free = new ArrayDeque<>();
    private final Random random = new Random(7);

    private long[] nanos = new long[1 << 16];
    private int count;
    private int changed;
    private int errors;

    Load(InetSocketAddress address, int connectionCount) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < connectionCount; i++) {
            connections.add(new BenchConnection(address, selector));
        }
        free.addAll(connections);
    }

    /** Sends every request once; returns the entity tags of the answers, empty for those that are not as expected. */
    List<String> each(Requests requests) throws IOException {
        String[] etags = new String[requests.size()];
        int sent = 0;
        for (int answered = 0; answered < etags.length; ) {
            while (sent < etags.length && !free.isEmpty()) {
                free.removeFirst().send(requests.bytes(sent), sent, System.nanoTime());
                sent++;
            }
            for (BenchConnection connection : arrived(Long.MAX_VALUE)) {
                boolean expected = connection.status() == requests.expectedStatus();
                etags[connection.requestIndex()] = expected ? connection.etag() : "";
                answered++;
            }
        }
        return List.of(etags);
    }

    /** Sends the next request as soon as a connection is free: as many as the gateway can take. */
    Samples saturate(Requests requests, Duration duration) throws IOException {
        return run(requests, duration, 0);
    }

    /** Sends requests that come by chance, so many a second on average, whatever becomes of those before them. */
    Samples atRate(Requests requests, Duration duration, double perSecond) throws IOException {
        return run(requests, duration, 1e9 / perSecond);
    }

    /** @param gapNanos mean time between two requests; 0 means none */
    private Samples run(Requests requests, Duration duration, double gapNanos) throws IOException {
        count = 0;
        changed = 0;
        errors = 0;
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        double due = start;
        for (long now = start; now < end || free.size() < connections.size(); now = System.nanoTime()) {
            while (!free.isEmpty() && now < end && due <= now) {
                int index = requests.next();
                free.removeFirst().send(requests.bytes(index), index, gapNanos == 0 ? now : (long) due);
                due = gapNanos == 0 ? now : due - gapNanos * Math.log(1 - random.nextDouble());
            }
            long patience = free.isEmpty() || now >= end ? Long.MAX_VALUE : (long) due - now;
            for (BenchConnection connection : arrived(patience)) {
                add(System.nanoTime() - connection.dueNanos());
                if (requests.renew(connection.requestIndex(), connection.status(), connection.etag())) {
                    changed++;
                } else if (connection.status() != requests.expectedStatus()) {
                    errors++;
                }
            }
        }
        return Samples.of(Arrays.copyOf(nanos, count), changed, errors, System.nanoTime() - start);
    }

    private void add(long time) {
        nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
        nanos[count++] = time;
    }

    /** Returns connections whose answer is complete, which are free again; waits no longer than so many nanoseconds. */
    private List<BenchConnection> arrived(long patienceNanos) throws IOException {
        if (patienceNanos > 2 * MILLI_NANOS) {
            selector.select(Math.min(1_000, patienceNanos / MILLI_NANOS));
        } else if (selector.selectNow() == 0 && patienceNanos > 0) {
            LockSupport.parkNanos(Math.min(PAUSE_NANOS, patienceNanos)); // a selector cannot wait for less than 1 ms
            selector.selectNow();
        }
        List<BenchConnection> complete = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            BenchConnection connection = (BenchConnection) key.attachment();
            if (connection.receive()) {
                complete.add(connection);
                free.addLast(connection);
            }
        }
        selector.selectedKeys().clear();
        return complete;
    }

    @Override
    public void close() throws IOException {
        for (BenchConnection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
