package news.parallax.crawler.delivery;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.ClustererServiceGrpc.ClustererServiceStub;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.ProducerPosition;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.metrics.CrawlMetrics;
import news.parallax.crawler.trace.ArticleSpan;
import org.jspecify.annotations.Nullable;

/**
 * Delivers articles over one stream at a time. What is not answered when the stream breaks is sent again, in order, on the
 * next one. How many articles are open is bounded, and thereby what gRPC has to buffer. Safe for threads; one thread of its
 * own opens the streams.
 */
final class IngestStreamClient {

    private static final Duration FIRST_RECONNECT = Duration.ofMillis(200);
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    /** gRPC servers take 4 MiB a message by default; a longer one would break every stream it is sent on. */
    private static final int MESSAGE_LIMIT_BYTES = 4 * 1024 * 1024 - 1024;

    private final ClustererServiceStub stub;
    private final CrawlerConfig config;
    private final DeliveryOrder order;
    private final Semaphore window;
    private final Thread connector;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition articleAdded = lock.newCondition();
    /** By sequence. Guarded by lock, like all below. */
    private final SortedMap<Long, OpenDelivery> open = new TreeMap<>();

    private long lastSequence;
    private @Nullable IngestStream stream;
    private boolean closed;

    /**
     * @param order of this stream's articles and those of others
     * @param windowArticles most articles sent and not yet answered
     */
    IngestStreamClient(Channel channel, CrawlerConfig config, DeliveryOrder order, int windowArticles) {
        this.stub = ClustererServiceGrpc.newStub(channel);
        this.config = config;
        this.order = order;
        this.window = new Semaphore(windowArticles);
        this.connector = Thread.ofVirtual().name("clusterer-stream").start(this::keepStreaming);
    }

    /**
     * Sends an article; blocks while the window is full. The future completes with the clusterer's answer, however
     * often the clusterer has to be started until then, or is cancelled when the crawler stops.
     */
    CompletableFuture<DeliveryOutcome> deliver(CrawledArticle crawled) throws InterruptedException {
        ArticleSpan span = ArticleSpan.deliver(crawled.article().url().articleId());
        Article article = ArticleMessages.toProto(crawled, span.traceparent());
        if (article.getSerializedSize() > MESSAGE_LIMIT_BYTES) {
            span.end("refused");
            return CompletableFuture.completedFuture(new DeliveryOutcome.Refused(
                    "ARTICLE_TOO_LONG", "message of " + article.getSerializedSize() + " bytes"));
        }
        window.acquire();
        lock.lock();
        try {
            IngestArticlesRequest request = IngestArticlesRequest.newBuilder()
                    .setSequence(++lastSequence)
                    .setArticle(article)
                    .build();
            OpenDelivery delivery = new OpenDelivery(request, order.next(), new CompletableFuture<>(), span);
            if (closed) {
                cancel(delivery);
                return delivery.outcome;
            }
            open.put(lastSequence, delivery);
            if (stream != null) {
                stream.send(delivery);
            }
            articleAdded.signal();
            return delivery.outcome;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a stream while there is something to deliver; after one that answered nothing, waits longer each time. */
    private void keepStreaming() {
        Duration wait = FIRST_RECONNECT;
        try {
            while (awaitArticle()) {
                IngestStream current = openStream();
                Status end = current.awaitEnd();
                wait = current.answered ? FIRST_RECONNECT : min(wait.multipliedBy(2), config.reconnectIntervalMax());
                Log.infof("clusterer stream ended status=%s open=%d retry=%s", end.getCode(), openCount(), wait);
                Thread.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only close() interrupts; the thread ends here
        }
    }

    /** Waits for something to deliver; false when closed. */
    private boolean awaitArticle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (open.isEmpty() && !closed) {
                articleAdded.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private IngestStream openStream() {
        lock.lock();
        try {
            IngestStream opened = new IngestStream();
            stub.ingestArticles(opened);
            stream = opened;
            open.values().forEach(opened::send);
            return opened;
        } finally {
            lock.unlock();
        }
    }

    private void answered(IngestArticlesResponse response) {
        lock.lock();
        try {
            OpenDelivery delivery = open.remove(response.getSequence());
            if (delivery != null) {
                order.settle(delivery.number);
                window.release();
                CrawlMetrics.article(outcome(response));
                delivery.span.end(outcome(response));
                delivery.outcome.completeAsync(() -> ArticleMessages.outcome(response));
            }
        } finally {
            lock.unlock();
        }
    }

    private static String outcome(IngestArticlesResponse response) {
        return switch (response.getOutcomeCase()) {
            case STORED -> response.getStored().getCreated() ? "created" : "updated";
            case REFUSAL -> "refused";
            case OUTCOME_NOT_SET -> "unknown";
        };
    }

    private void ended(IngestStream ended) {
        lock.lock();
        try {
            if (stream == ended) {
                stream = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Articles sent, or to be sent, and not answered. */
    int openCount() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            if (stream != null) {
                stream.cancel("the crawler stops");
            }
            open.values().forEach(this::cancel);
            open.clear();
            articleAdded.signalAll();
        } finally {
            lock.unlock();
        }
        connector.interrupt();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void cancel(OpenDelivery delivery) {
        order.settle(delivery.number);
        delivery.outcome.cancel(false);
        delivery.span.fail("the crawler stops");
    }

    /** @param number its place among the articles of all streams */
    private record OpenDelivery(
            IngestArticlesRequest request, long number, CompletableFuture<DeliveryOutcome> outcome, ArticleSpan span) {}

    /** Returns what is sent now; sent again it has the same number, and the low watermark of then. */
    private IngestArticlesRequest positioned(OpenDelivery delivery) {
        return delivery.request.toBuilder()
                .setPosition(ProducerPosition.newBuilder()
                        .setProducerId(order.producerId())
                        .setNumber(delivery.number)
                        .setLowWatermark(order.lowWatermark()))
                .build();
    }

    /** One stream from its opening to its end. Requests are sent under the client's lock. */
    private final class IngestStream implements ClientResponseObserver<IngestArticlesRequest, IngestArticlesResponse> {

        private final CountDownLatch end = new CountDownLatch(1);
        private volatile Status status = Status.OK;
        private volatile boolean answered;
        private volatile long lastSignNanos = System.nanoTime();
        private @Nullable ClientCallStreamObserver<IngestArticlesRequest> requests;

        @Override
        public void beforeStart(ClientCallStreamObserver<IngestArticlesRequest> requests) {
            this.requests = requests;
        }

        private ClientCallStreamObserver<IngestArticlesRequest> requests() {
            if (requests == null) {
                throw new IllegalStateException("stream is not started");
            }
            return requests;
        }

        void send(OpenDelivery delivery) {
            if (open.size() == 1) {
                lastSignNanos = System.nanoTime(); // nothing was due before, so the wait for an answer begins now
            }
            try {
                requests().onNext(positioned(delivery));
            } catch (IllegalStateException e) {
                Log.debugf(
                        "sent to an ended stream sequence=%d",
                        delivery.request.getSequence()); // goes out on the next one
            }
        }

        void cancel(String reason) {
            requests().cancel(reason, null);
        }

        /** Waits until the stream ends; ends it when articles are open and no answer comes for too long. */
        Status awaitEnd() throws InterruptedException {
            while (!end.await(WATCH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration silence = Duration.ofNanos(System.nanoTime() - lastSignNanos);
                if (openCount() > 0 && silence.compareTo(config.answerTimeout()) > 0) {
                    cancel("no answer for " + silence.toSeconds() + " s");
                }
            }
            return status;
        }

        @Override
        public void onNext(IngestArticlesResponse response) {
            answered = true;
            lastSignNanos = System.nanoTime();
            IngestStreamClient.this.answered(response);
        }

        @Override
        public void onError(Throwable error) {
            finish(error instanceof StatusRuntimeException e ? e.getStatus() : Status.fromThrowable(error));
        }

        @Override
        public void onCompleted() {
            finish(Status.OK);
        }

        private void finish(Status last) {
            status = last;
            ended(this);
            end.countDown();
        }
    }
}
