package news.parallax.clusterer.ingest;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.quarkus.logging.Log;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.WindowRebuild;
import news.parallax.clusterer.article.ArticleMessages;
import news.parallax.clusterer.article.ArticleMessages.Flaw;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.metrics.ClustererMetrics;
import news.parallax.clusterer.metrics.ClustererMetrics.Unanswered;
import news.parallax.clusterer.trace.ArticleSpans;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;

/**
 * Takes streams of articles. Written against gRPC's own observers rather than Mutiny, whose generated service takes in
 * whatever the client sends, without bound.
 */
@GrpcService
public class ClustererEndpoint extends ClustererServiceGrpc.ClustererServiceImplBase {

    /** A batch being received, one being analyzed, one being stored. */
    private static final int BATCHES_IN_FLIGHT = 3;

    private final Clusterer clusterer;
    private final WindowRebuild rebuild;
    private final ClustererConfig config;
    private final InstantSource clock;
    private final Leaving leaving;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    ClustererEndpoint(
            Clusterer clusterer, WindowRebuild rebuild, ClustererConfig config, InstantSource clock, Leaving leaving) {
        this.leaving = leaving;
        leaving.then(() -> open.forEach(Stream::end));
        this.clusterer = clusterer;
        this.rebuild = rebuild;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public StreamObserver<IngestArticlesRequest> ingestArticles(StreamObserver<IngestArticlesResponse> answers) {
        if (!rebuild.isDone()) {
            throw Status.UNAVAILABLE
                    .withDescription("The window is being read back from the catalog.")
                    .asRuntimeException();
        }
        if (leaving.now() || open.size() >= config.ingest().streamsMax()) {
            throw Status.UNAVAILABLE
                    .withDescription("This clusterer takes no further stream: it is about to end, or has too many.")
                    .asRuntimeException();
        }
        var stream = new Stream((ServerCallStreamObserver<IngestArticlesResponse>) answers);
        stream.start();
        return stream;
    }

    /**
     * One stream. gRPC's threads fill the queue, never with more than was asked for; one virtual thread batches and
     * analyzes, another files and answers, a batch behind.
     */
    private final class Stream implements StreamObserver<IngestArticlesRequest> {

        private final ServerCallStreamObserver<IngestArticlesResponse> call;

        /** Empty: the client has sent all, or is gone. */
        private final BlockingQueue<Optional<IngestArticlesRequest>> queue = new LinkedBlockingQueue<>();

        private final Unanswered unanswered = ClustererMetrics.stream();
        private int answeredButNotAskedFor;

        Stream(ServerCallStreamObserver<IngestArticlesResponse> call) {
            this.call = call;
        }

        void start() {
            open.add(this);
            call.disableAutoRequest();
            call.setOnReadyHandler(() -> askForMore(0));
            call.setOnCancelHandler(() -> queue.add(Optional.empty()));
            call.request(BATCHES_IN_FLIGHT * config.ingest().batchArticles());
            Thread.ofVirtual().name("ingest").start(this::run);
        }

        /** Takes nothing more; what was taken is answered. */
        void end() {
            queue.add(Optional.empty());
        }

        @Override
        public void onNext(IngestArticlesRequest request) {
            unanswered.received();
            queue.add(Optional.of(request));
        }

        @Override
        public void onError(Throwable reason) {
            queue.add(Optional.empty());
        }

        @Override
        public void onCompleted() {
            queue.add(Optional.empty());
        }

        /** The top of the loop: whatever goes wrong ends this stream, and no other. */
        private void run() {
            try (ExecutorService filing = Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("filing").factory())) {
                fileAll(filing);
                call.onCompleted();
            } catch (Exception e) {
                call.onError(statusOf(Optional.ofNullable(e.getCause()).orElse(e)));
            } finally {
                unanswered.close();
                open.remove(this);
            }
        }

        private void fileAll(ExecutorService filing) throws InterruptedException, ExecutionException {
            Future<?> previous = filing.submit(() -> {});
            for (List<IngestArticlesRequest> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                List<IngestArticlesRequest> sound = refuseFlawed(batch);
                ArticleSpans spans = ArticleSpans.begin(sound.stream()
                        .map(request -> request.getArticle().getTraceparent())
                        .toList());
                List<Received> traced = IngestMessages.received(sound, spans);
                List<Analyzed> articles = ClustererMetrics.analysis(sound.size(), () -> clusterer.analyze(traced));
                previous.get();
                int received = batch.size();
                previous = filing.submit(() -> fileAndAnswer(sound, spans, articles, received));
            }
            previous.get();
        }

        private void fileAndAnswer(
                List<IngestArticlesRequest> requests, ArticleSpans spans, List<Analyzed> articles, int received) {
            try {
                List<Outcome> outcomes = spans.together(() -> ClustererMetrics.filing(() -> clusterer.file(articles)));
                IngestMessages.end(spans, requests, outcomes);
                answer(requests, outcomes);
                askForMore(received);
            } catch (RuntimeException e) {
                // Else the stream would wait for a client that waits for its answers.
                queue.add(Optional.empty());
                throw e;
            }
        }

        /** Waits for an article, then a little for others. Empty at the end. */
        private List<IngestArticlesRequest> nextBatch() throws InterruptedException {
            List<IngestArticlesRequest> batch = new ArrayList<>();
            Optional<IngestArticlesRequest> next = queue.take();
            long deadline = System.nanoTime() + config.ingest().batchWait().toNanos();
            while (next.isPresent()) {
                batch.add(next.get());
                if (batch.size() == config.ingest().batchArticles()) {
                    return batch;
                }
                var polled = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (polled == null) {
                    return batch;
                }
                next = polled;
            }
            if (!batch.isEmpty()) {
                queue.add(Optional.empty());
            }
            return batch;
        }

        private List<IngestArticlesRequest> refuseFlawed(List<IngestArticlesRequest> batch) {
            List<IngestArticlesRequest> sound = new ArrayList<>(batch.size());
            for (IngestArticlesRequest request : batch) {
                Optional<Flaw> flaw = ArticleMessages.flawOf(request.getArticle(), config.limits(), clock.instant());
                flaw.ifPresentOrElse(
                        found -> send(IngestMessages.toResponse(request, found)), () -> sound.add(request));
            }
            return sound;
        }

        private void answer(List<IngestArticlesRequest> requests, List<Outcome> outcomes) {
            for (int i = 0; i < requests.size(); i++) {
                send(IngestMessages.toResponse(requests.get(i), outcomes.get(i)));
            }
        }

        private synchronized void send(IngestArticlesResponse response) {
            unanswered.answered(IngestMessages.outcome(response));
            if (!call.isCancelled()) {
                call.onNext(response);
            }
        }

        /** A client that does not read its answers gets no further ones: they would pile up here. */
        private synchronized void askForMore(int answered) {
            answeredButNotAskedFor += answered;
            if (answeredButNotAskedFor > 0 && call.isReady() && !leaving.now()) {
                call.request(answeredButNotAskedFor);
                answeredButNotAskedFor = 0;
            }
        }

        private static StatusRuntimeException statusOf(Throwable failure) {
            if (failure instanceof CatalogFailure catalogFailure && catalogFailure.isPassing()) {
                Log.warnf("stream ended, catalog away reason=%s", failure.getMessage());
                return Status.UNAVAILABLE
                        .withDescription("The catalog cannot be reached; send again what was not answered.")
                        .asRuntimeException();
            }
            Log.error("stream ended by an error", failure);
            return Status.INTERNAL.withDescription("Internal error.").asRuntimeException();
        }
    }
}
