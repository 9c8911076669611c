package news.parallax.clusterer.ingest;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;

/** One stream of articles, as the crawler opens it. */
final class IngestCall implements ClientResponseObserver<IngestArticlesRequest, IngestArticlesResponse> {

    private final List<IngestArticlesResponse> answers = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private ClientCallStreamObserver<IngestArticlesRequest> requests;
    private Optional<Status> failure = Optional.empty();
    private long sequence;

    private IngestCall() {}

    static IngestCall open(Channel channel) {
        var call = new IngestCall();
        ClustererServiceGrpc.newStub(channel).ingestArticles(call);
        return call;
    }

    /** Sends everything, waits for the end; returns the answers by order of arrival. */
    static List<IngestArticlesResponse> ingest(Channel channel, List<Article> articles) {
        IngestCall call = open(channel);
        articles.forEach(call::send);
        call.complete();
        call.awaitEnd();
        if (call.failure().isPresent()) {
            throw call.failure().get().asRuntimeException();
        }
        return call.answers();
    }

    void send(Article article) {
        requests.onNext(IngestArticlesRequest.newBuilder()
                .setSequence(sequence++)
                .setArticle(article)
                .build());
    }

    void complete() {
        requests.onCompleted();
    }

    /** Whether gRPC would put another article on the wire at once. */
    boolean isReady() {
        return requests.isReady();
    }

    void awaitEnd() {
        if (!awaitEnd(90)) {
            throw new AssertionError(
                    "the stream does not end; answers: " + answers().size());
        }
    }

    /** Waits until fewer than so many are unanswered; returns false if the stream ends before, or nothing comes for so long. */
    boolean awaitRoom(int window, int seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (sequence - answers().size() >= window) {
                if (ended.await(1, TimeUnit.MILLISECONDS) || System.nanoTime() - until > 0) {
                    return false;
                }
            }
            return ended.getCount() > 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end so long; returns whether it came. */
    boolean awaitEnd(int seconds) {
        try {
            return ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many answers have come, or the stream has ended. */
    void awaitAnswers(int count) {
        try {
            while (answers().size() < count && !ended.await(1, TimeUnit.MILLISECONDS)) {
                // not yet
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized List<IngestArticlesResponse> answers() {
        return List.copyOf(answers);
    }

    synchronized Optional<Status> failure() {
        return failure;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<IngestArticlesRequest> stream) {
        requests = stream;
    }

    @Override
    public synchronized void onNext(IngestArticlesResponse answer) {
        answers.add(answer);
    }

    @Override
    public synchronized void onError(Throwable reason) {
        failure = Optional.of(Status.fromThrowable(reason));
        ended.countDown();
    }

    @Override
    public void onCompleted() {
        ended.countDown();
    }
}
