package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.IngestArticlesResponse.OutcomeCase;
import news.parallax.clusterer.v1.ProducerPosition;

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

    /** The same when all must be stored; returns each article's story. */
    static Map<String, String> storyIds(Channel channel, List<Article> articles) {
        return ingest(channel, articles).stream()
                .collect(Collectors.toMap(IngestArticlesResponse::getArticleId, answer -> {
                    assertThat(answer.getOutcomeCase()).isEqualTo(OutcomeCase.STORED);
                    return answer.getStored().getStoryId();
                }));
    }

    void send(Article article) {
        send(IngestArticlesRequest.newBuilder().setArticle(article));
    }

    void send(Article article, ProducerPosition position) {
        send(IngestArticlesRequest.newBuilder().setArticle(article).setPosition(position));
    }

    private void send(IngestArticlesRequest.Builder request) {
        requests.onNext(request.setSequence(sequence++).build());
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

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    void cancel() {
        requests.cancel("nothing comes", null);
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
