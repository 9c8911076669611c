package news.parallax.clusterer.election;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import news.parallax.clusterer.v1.ProducerPosition;

/** Analyzed articles and what became of them, on the wire. */
public final class AssignMessages {

    private static final int PRODUCER_ID_CHARACTERS = 100;

    private AssignMessages() {}

    /**
     * Returns calls of at most so many bytes each, unless one article alone has more. In their order, one after the other: what
     * is in the first waits for nothing that is in the second.
     */
    static List<AssignArticlesRequest> toRequests(Consignment articles, int modelFingerprint, long limitBytes) {
        List<AssignArticlesRequest> requests = new ArrayList<>();
        var request = AssignArticlesRequest.newBuilder();
        articles.refused().forEach(position -> request.addRefusedPositions(toProto(position)));
        long bytes = 0;
        for (Consignment.Item item : articles.items()) {
            AnalyzedArticle article = toProto(item, modelFingerprint);
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

    private static AnalyzedArticle toProto(Consignment.Item item, int modelFingerprint) {
        var article = AnalyzedArticle.newBuilder()
                .setArticle(item.article().received().article());
        if (!item.position().equals(Position.NONE)) {
            article.setPosition(toProto(item.position()));
        }
        item.article()
                .document()
                .vector()
                .ifPresent(vector ->
                        article.setEmbedding(ByteString.copyFrom(PackedVector.pack(vector, modelFingerprint))));
        return article.build();
    }

    private static ProducerPosition toProto(Position position) {
        return ProducerPosition.newBuilder()
                .setProducerId(position.producer())
                .setNumber(position.number())
                .setLowWatermark(position.lowWatermark())
                .build();
    }

    /** Returns where an article stands; one that does not say so, or names nobody fit to be remembered, nowhere. */
    public static Position toPosition(ProducerPosition position) {
        String producer = position.getProducerId();
        return producer.isEmpty() || producer.length() > PRODUCER_ID_CHARACTERS
                ? Position.NONE
                : new Position(producer, position.getNumber(), position.getLowWatermark());
    }

    /**
     * Returns what another copy has handed over.
     *
     * @param sound articles that are to be filed
     * @param read the same, analyzed
     * @param flawed articles that are not
     * @param refused positions of those that have not even come
     */
    public static Consignment toConsignment(
            List<AnalyzedArticle> sound,
            List<Analyzed> read,
            List<AnalyzedArticle> flawed,
            List<ProducerPosition> refused) {
        List<Consignment.Item> items = IntStream.range(0, sound.size())
                .mapToObj(i -> new Consignment.Item(
                        read.get(i), toPosition(sound.get(i).getPosition())))
                .toList();
        List<Position> missing = Stream.concat(refused.stream(), flawed.stream().map(AnalyzedArticle::getPosition))
                .map(AssignMessages::toPosition)
                .toList();
        return new Consignment(items, missing);
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
