package news.parallax.crawler.bench;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import news.parallax.clusterer.v1.ArticleStored;
import news.parallax.clusterer.v1.ClustererServiceGrpc.ClustererServiceImplBase;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;

/** Plays the clusterer: acknowledges every article at once and keeps none. */
public final class SinkEndpoint extends ClustererServiceImplBase {

    private final Consumer<Delivered> articles;

    public SinkEndpoint(Consumer<Delivered> articles) {
        this.articles = articles;
    }

    /** What arrived of an article. */
    public record Delivered(String url, String title, int textLength) {}

    @Override
    public StreamObserver<IngestArticlesRequest> ingestArticles(StreamObserver<IngestArticlesResponse> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(IngestArticlesRequest request) {
                var article = request.getArticle();
                articles.accept(new Delivered(
                        article.getCanonicalUrl(),
                        article.getTitle(),
                        article.getText().length()));
                answers.onNext(IngestArticlesResponse.newBuilder()
                        .setSequence(request.getSequence())
                        .setStored(
                                ArticleStored.newBuilder().setStoryId("story").setCreated(true))
                        .build());
            }

            @Override
            public void onError(Throwable closed) {
                // the crawler went away; nothing is kept
            }

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }
}
