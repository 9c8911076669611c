package news.parallax.gateway.faults;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.ProducerPosition;

/**
 * A sender of articles that keeps to the contract of {@code IngestArticles}: what is not answered is sent again on the next
 * stream, to the next copy. Knows what was promised: which articles were acknowledged, in which version.
 */
final class ArticleStream implements AutoCloseable {
    private static final int OPEN_MAX = 128;
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
    private static final Duration BETWEEN_STREAMS = Duration.ofMillis(200);

    private final List<ManagedChannel> clusterers;
    private final InventedNews news;
    private final Duration interval;
    private final Timeline timeline;
    private final String producerId = UUID.randomUUID().toString();
    private final List<Thread> threads = new ArrayList<>();
    /** By sequence: sent, or to be sent, and not answered. Guarded by this, as all below. */
    private final SortedMap<Long, Article> open = new TreeMap<>();
    /** By id: the version that was sent last. */
    private final Map<String, Article> sent = new HashMap<>();

    private final Map<String, String> storyOfArticle = new HashMap<>();
    private final Map<Status.Code, Integer> ends = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private Attempt current = new Attempt();
    private long lastSequence;
    private int resent;
    private boolean stopped;

    ArticleStream(List<InetSocketAddress> clusterers, InventedNews news, Duration interval, Timeline timeline) {
        this.clusterers = clusterers.stream()
                .map(address -> NettyChannelBuilder.forAddress(address)
                        .usePlaintext()
                        .keepAliveTime(10, TimeUnit.SECONDS)
                        .build())
                .toList();
        this.news = news;
        this.interval = interval;
        this.timeline = timeline;
    }

    void start() {
        threads.add(Thread.ofVirtual().start(this::write));
        threads.add(Thread.ofVirtual().start(this::keepStreaming));
    }

    /** Sends no new articles, and returns when all that were sent are acknowledged. */
    void finish(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        synchronized (this) {
            stopped = true;
            while (!open.isEmpty()) {
                wait(100);
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("%d articles are not acknowledged after %s; streams ended by %s"
                            .formatted(open.size(), limit, ends));
                }
            }
        }
    }

    synchronized Map<String, Article> sent() {
        return Map.copyOf(sent);
    }

    synchronized Map<String, String> storyOfArticle() {
        return Map.copyOf(storyOfArticle);
    }

    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    synchronized Counts counts() {
        return new Counts(lastSequence, lastSequence - open.size(), sent.size(), resent, new TreeMap<>(ends));
    }

    /**
     * What happened so far.
     *
     * @param sent articles, versions and repeats that were handed to a stream
     * @param acknowledged of them
     * @param articles by different addresses
     * @param resent how often one was sent again as its stream ended
     * @param streamEnds how often streams ended, by the reason
     */
    record Counts(long sent, long acknowledged, int articles, int resent, Map<Status.Code, Integer> streamEnds) {}

    private void write() {
        try {
            while (true) {
                synchronized (this) {
                    while (open.size() >= OPEN_MAX && !stopped) {
                        wait();
                    }
                    if (stopped) {
                        return;
                    }
                    Article article = news.next(Instant.now());
                    sent.put(article.getId(), article);
                    open.put(++lastSequence, article);
                    current.send(lastSequence, article);
                    notifyAll();
                }
                Thread.sleep(interval);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepStreaming() {
        try {
            for (int turn = 0; ; turn++) {
                open(clusterers.get(turn % clusterers.size())).awaitEnd();
                Thread.sleep(BETWEEN_STREAMS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Attempt open(ManagedChannel clusterer) throws InterruptedException {
        while (open.isEmpty()) {
            wait();
        }
        Attempt attempt = new Attempt();
        ClustererServiceGrpc.newStub(clusterer).ingestArticles(attempt);
        resent += ends.isEmpty() ? 0 : open.size();
        open.forEach(attempt::send);
        current = attempt;
        return attempt;
    }

    private synchronized void answered(IngestArticlesResponse answer) {
        if (open.remove(answer.getSequence()) == null) {
            return;
        }
        if (answer.hasStored()) {
            storyOfArticle.put(answer.getArticleId(), answer.getStored().getStoryId());
            timeline.acknowledged(System.nanoTime());
        } else {
            refusals.add(
                    answer.getRefusal().getReason() + ": " + answer.getRefusal().getMessage());
        }
        notifyAll();
    }

    private synchronized void ended(Status status) {
        ends.merge(status.getCode(), 1, Integer::sum);
    }

    private synchronized boolean isWaiting() {
        return !open.isEmpty();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        clusterers.forEach(ManagedChannel::shutdownNow);
    }

    /** One stream from its start to its end; what is sent before it began is not lost, as all that is open is sent then. */
    private final class Attempt implements ClientResponseObserver<IngestArticlesRequest, IngestArticlesResponse> {
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile long lastSign = System.nanoTime();
        private volatile ClientCallStreamObserver<IngestArticlesRequest> requests;

        @Override
        public void beforeStart(ClientCallStreamObserver<IngestArticlesRequest> stream) {
            requests = stream;
        }

        void send(long sequence, Article article) {
            if (requests == null || end.getCount() == 0) {
                return;
            }
            if (open.size() == 1) {
                lastSign = System.nanoTime();
            }
            try {
                requests.onNext(IngestArticlesRequest.newBuilder()
                        .setSequence(sequence)
                        .setArticle(article)
                        .setPosition(ProducerPosition.newBuilder()
                                .setProducerId(producerId)
                                .setNumber(sequence)
                                .setLowWatermark(open.firstKey()))
                        .build());
            } catch (IllegalStateException endedMeanwhile) {
                // it goes out on the next one
            }
        }

        void awaitEnd() throws InterruptedException {
            while (!end.await(200, TimeUnit.MILLISECONDS)) {
                if (isWaiting() && System.nanoTime() - lastSign > SILENCE_MAX.toNanos()) {
                    requests.cancel("no answer for " + SILENCE_MAX, null);
                }
            }
        }

        @Override
        public void onNext(IngestArticlesResponse answer) {
            lastSign = System.nanoTime();
            answered(answer);
        }

        @Override
        public void onError(Throwable error) {
            ended(Status.fromThrowable(error));
            end.countDown();
        }

        @Override
        public void onCompleted() {
            ended(Status.OK);
            end.countDown();
        }
    }
}
