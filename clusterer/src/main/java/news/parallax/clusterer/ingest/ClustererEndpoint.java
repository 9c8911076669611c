package news.parallax.clusterer.ingest;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.quarkus.logging.Log;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import news.parallax.clusterer.Clusterer;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.Clusterer.HandedOver;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.article.ArticleMessages;
import news.parallax.clusterer.article.ArticleMessages.Flaw;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.election.AssignMessages;
import news.parallax.clusterer.election.AssignerFailure;
import news.parallax.clusterer.election.Consignment;
import news.parallax.clusterer.election.Election;
import news.parallax.clusterer.election.Filing;
import news.parallax.clusterer.metrics.ClustererMetrics;
import news.parallax.clusterer.metrics.ClustererMetrics.Unanswered;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.trace.ArticleSpans;
import news.parallax.clusterer.v1.AnalyzedArticle;
import news.parallax.clusterer.v1.AssignArticlesRequest;
import news.parallax.clusterer.v1.AssignArticlesResponse;
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

    /** As many as the catalog takes in one call. */
    private static final int ASSIGNED_AT_ONCE = 500;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Clusterer clusterer;
    private final Filing filing;
    private final Election election;
    private final ClustererConfig config;
    private final InstantSource clock;
    private final Leaving leaving;
    private final int modelFingerprint;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    ClustererEndpoint(
            Clusterer clusterer,
            Filing filing,
            Election election,
            Embedder embedder,
            ClustererConfig config,
            InstantSource clock,
            Leaving leaving) {
        this.leaving = leaving;
        leaving.then(this::leave);
        this.clusterer = clusterer;
        this.filing = filing;
        this.election = election;
        this.config = config;
        this.clock = clock;
        this.modelFingerprint = embedder.modelFingerprint();
    }

    @Override
    public StreamObserver<IngestArticlesRequest> ingestArticles(StreamObserver<IngestArticlesResponse> answers) {
        if (!election.hasBegun()) {
            throw Status.UNAVAILABLE
                    .withDescription("No copy assigns yet; the window may be being read back from the catalog.")
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

    /** Articles of other copies are refused from now on, so what is taken here is to be answered, and another to assign. */
    private void leave() {
        open.forEach(Stream::end);
        filing.leave();
        Thread.ofVirtual().name("leaving").start(() -> {
            long until = System.nanoTime() + config.lease().duration().toNanos();
            while (!open.isEmpty() && System.nanoTime() - until < 0) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            election.giveUp();
        });
    }

    @Override
    public void assignArticles(AssignArticlesRequest request, StreamObserver<AssignArticlesResponse> answer) {
        Thread.ofVirtual().name("assigning").start(() -> {
            try {
                answer.onNext(assign(request));
                answer.onCompleted();
            } catch (RuntimeException e) {
                answer.onError(statusOf(e));
            }
        });
    }

    private AssignArticlesResponse assign(AssignArticlesRequest request) {
        List<AnalyzedArticle> articles = request.getArticlesList();
        if (articles.size() > ASSIGNED_AT_ONCE) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("%d articles are more than %d.".formatted(articles.size(), ASSIGNED_AT_ONCE))
                    .asRuntimeException();
        }
        List<Optional<Flaw>> flaws = articles.stream()
                .map(article -> ArticleMessages.flawOf(article.getArticle(), config.limits(), clock.instant()))
                .toList();
        Iterator<Outcome> outcomes = filing.fileHere(consignment(request, flaws))
                .orElseThrow(() -> Status.FAILED_PRECONDITION
                        .withDescription("NOT_ASSIGNER: this copy does not have the lease.")
                        .asRuntimeException())
                .iterator();
        return AssignArticlesResponse.newBuilder()
                .addAllOutcomes(flaws.stream()
                        .map(flaw -> flaw.<Outcome>map(found -> new Outcome.Refused(found.reason(), found.message()))
                                .orElseGet(outcomes::next))
                        .map(AssignMessages::toProto)
                        .toList())
                .build();
    }

    private Consignment consignment(AssignArticlesRequest request, List<Optional<Flaw>> flaws) {
        List<AnalyzedArticle> sound = those(request, place -> flaws.get(place).isEmpty());
        List<AnalyzedArticle> flawed = those(request, place -> flaws.get(place).isPresent());
        List<Analyzed> read = clusterer.read(sound.stream()
                .map(article -> new HandedOver(
                        Received.of(article.getArticle()), AssignMessages.toVector(article, modelFingerprint)))
                .toList());
        return AssignMessages.toConsignment(sound, read, flawed, request.getRefusedPositionsList());
    }

    private static List<AnalyzedArticle> those(AssignArticlesRequest request, IntPredicate places) {
        return IntStream.range(0, request.getArticlesCount())
                .filter(places)
                .mapToObj(request::getArticles)
                .toList();
    }

    private static StatusRuntimeException statusOf(Throwable failure) {
        if (failure instanceof StatusRuntimeException status) {
            return status;
        }
        if (failure instanceof AssignerFailure
                || (failure instanceof CatalogFailure catalogFailure && catalogFailure.isPassing())) {
            Log.warnf("articles not stored reason=%s", failure.getMessage());
            return Status.UNAVAILABLE
                    .withDescription(
                            "The catalog or the copy that assigns cannot be reached; send again what was not answered.")
                    .asRuntimeException();
        }
        Log.error("call ended by an error", failure);
        return Status.INTERNAL.withDescription("Internal error.").asRuntimeException();
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
            try (ExecutorService filer = Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("filing").factory())) {
                fileAll(filer);
                call.onCompleted();
            } catch (Exception e) {
                call.onError(statusOf(Optional.ofNullable(e.getCause()).orElse(e)));
            } finally {
                unanswered.close();
                open.remove(this);
            }
        }

        private void fileAll(ExecutorService filer) throws InterruptedException, ExecutionException {
            Future<?> previous = filer.submit(() -> {});
            for (List<IngestArticlesRequest> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                List<IngestArticlesRequest> sound = refuseFlawed(batch);
                ArticleSpans spans = ArticleSpans.begin(sound.stream()
                        .map(request -> request.getArticle().getTraceparent())
                        .toList());
                List<Received> traced = IngestMessages.received(sound, spans);
                List<Analyzed> articles = ClustererMetrics.analysis(sound.size(), () -> clusterer.analyze(traced));
                previous.get();
                Consignment analyzed = IngestMessages.consignment(batch, sound, articles);
                int received = batch.size();
                previous = filer.submit(() -> fileAndAnswer(sound, spans, analyzed, received));
            }
            previous.get();
        }

        private void fileAndAnswer(
                List<IngestArticlesRequest> requests, ArticleSpans spans, Consignment articles, int received) {
            try {
                List<Outcome> outcomes = spans.together(() -> ClustererMetrics.filing(() -> filing.file(articles)));
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
    }
}
