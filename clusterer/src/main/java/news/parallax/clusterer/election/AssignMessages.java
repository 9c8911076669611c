package news.parallax.clusterer.election;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.Outcome.Refused;
import news.parallax.clusterer.Outcome.Stored;
import news.parallax.clusterer.embedding.PackedVector;
import news.parallax.clusterer.text.Vector;
import news.parallax.clusterer.v1.AnalyzedArticle;
import news.parallax.clusterer.v1.ArticleOutcome;
import news.parallax.clusterer.v1.ArticleRefusal;
import news.parallax.clusterer.v1.ArticleStored;
import news.parallax.clusterer.v1.AssignArticlesRequest;
import news.parallax.clusterer.v1.AssignArticlesResponse;

/** Analyzed articles and what became of them, on the wire. */
public final class AssignMessages {

    private AssignMessages() {}

    /** Returns calls of at most so many bytes each, unless one article alone has more. */
    static List<AssignArticlesRequest> toRequests(List<Analyzed> articles, int modelFingerprint, long limitBytes) {
        List<AssignArticlesRequest> requests = new ArrayList<>();
        var request = AssignArticlesRequest.newBuilder();
        long bytes = 0;
        for (Analyzed analyzed : articles) {
            AnalyzedArticle article = toProto(analyzed, modelFingerprint);
            bytes += article.getSerializedSize();
            if (bytes > limitBytes && request.getArticlesCount() > 0) {
                requests.add(request.build());
                request.clear();
                bytes = article.getSerializedSize();
            }
            request.addArticles(article);
        }
        requests.add(request.build());
        return requests;
    }

    private static AnalyzedArticle toProto(Analyzed analyzed, int modelFingerprint) {
        var article =
                AnalyzedArticle.newBuilder().setArticle(analyzed.received().article());
        analyzed.document()
                .vector()
                .ifPresent(vector ->
                        article.setEmbedding(ByteString.copyFrom(PackedVector.pack(vector, modelFingerprint))));
        return article.build();
    }

    /** Returns the vector that came with an article; nothing if it has none or one of another model. */
    public static Optional<Vector> toVector(AnalyzedArticle article, int modelFingerprint) {
        return PackedVector.unpack(article.getEmbedding().toByteArray(), modelFingerprint);
    }

    /** Says what became of an article. */
    public static ArticleOutcome toProto(Outcome outcome) {
        return switch (outcome) {
            case Stored stored ->
                ArticleOutcome.newBuilder()
                        .setStored(ArticleStored.newBuilder()
                                .setStoryId(stored.storyId())
                                .setCreated(stored.created()))
                        .build();
            case Refused refused ->
                ArticleOutcome.newBuilder()
                        .setRefusal(ArticleRefusal.newBuilder()
                                .setReason(refused.reason())
                                .setMessage(refused.message()))
                        .build();
        };
    }

    static List<Outcome> toOutcomes(AssignArticlesResponse response) {
        return response.getOutcomesList().stream()
                .map(AssignMessages::toOutcome)
                .toList();
    }

    private static Outcome toOutcome(ArticleOutcome outcome) {
        return outcome.hasStored()
                ? new Stored(
                        outcome.getStored().getStoryId(), outcome.getStored().getCreated())
                : new Refused(
                        outcome.getRefusal().getReason(), outcome.getRefusal().getMessage());
    }
}
