package news.parallax.clusterer.ingest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.Outcome.Refused;
import news.parallax.clusterer.Outcome.Stored;
import news.parallax.clusterer.article.ArticleMessages.Flaw;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.election.AssignMessages;
import news.parallax.clusterer.election.Consignment;
import news.parallax.clusterer.election.Position;
import news.parallax.clusterer.metrics.ClustererMetrics.Answered;
import news.parallax.clusterer.trace.ArticleSpans;
import news.parallax.clusterer.v1.ArticleRefusal;
import news.parallax.clusterer.v1.ArticleStored;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;

/** Answers on the wire. */
final class IngestMessages {

    private IngestMessages() {}

    static IngestArticlesResponse toResponse(IngestArticlesRequest request, Outcome outcome) {
        return switch (outcome) {
            case Stored stored ->
                answer(request)
                        .setStored(ArticleStored.newBuilder()
                                .setStoryId(stored.storyId())
                                .setCreated(stored.created()))
                        .build();
            case Refused refused -> refusal(request, refused.reason(), refused.message());
        };
    }

    static IngestArticlesResponse toResponse(IngestArticlesRequest request, Flaw flaw) {
        return refusal(request, flaw.reason(), flaw.message());
    }

    /** The articles as they are to be stored, each with what lets its way be followed on. */
    static List<Received> received(List<IngestArticlesRequest> requests, ArticleSpans spans) {
        return IntStream.range(0, requests.size())
                .mapToObj(i -> Received.of(traced(requests.get(i).getArticle(), spans.traceparent(i))))
                .toList();
    }

    /**
     * Returns analyzed articles as they are handed on.
     *
     * @param requests all that came together
     * @param sound those of them that were analyzed
     */
    static Consignment consignment(
            List<IngestArticlesRequest> requests, List<IngestArticlesRequest> sound, List<Analyzed> articles) {
        List<Consignment.Item> items = IntStream.range(0, sound.size())
                .mapToObj(i -> new Consignment.Item(articles.get(i), position(sound.get(i))))
                .toList();
        Set<Position> refused = requests.stream().map(IngestMessages::position).collect(Collectors.toSet());
        items.forEach(item -> refused.remove(item.position()));
        refused.remove(Position.NONE);
        return new Consignment(items, List.copyOf(refused));
    }

    private static Position position(IngestArticlesRequest request) {
        return AssignMessages.toPosition(request.getPosition());
    }

    private static Article traced(Article article, String traceparent) {
        return article.getTraceparent().equals(traceparent)
                ? article
                : article.toBuilder().setTraceparent(traceparent).build();
    }

    /** Ends the clusterer's part of each article's way. */
    static void end(ArticleSpans spans, List<IngestArticlesRequest> requests, List<Outcome> outcomes) {
        for (int i = 0; i < requests.size(); i++) {
            String articleId = requests.get(i).getArticle().getId();
            switch (outcomes.get(i)) {
                case Stored stored ->
                    spans.end(i, articleId, stored.storyId(), stored.created() ? "created" : "updated");
                case Refused refused -> spans.end(i, articleId, "", refused.reason());
            }
        }
    }

    /** What an answer says. */
    static Answered outcome(IngestArticlesResponse answer) {
        if (answer.hasRefusal()) {
            return Answered.REFUSED;
        }
        return answer.getStored().getCreated() ? Answered.CREATED : Answered.UPDATED;
    }

    private static IngestArticlesResponse refusal(IngestArticlesRequest request, String reason, String message) {
        return answer(request)
                .setRefusal(ArticleRefusal.newBuilder().setReason(reason).setMessage(message))
                .build();
    }

    private static IngestArticlesResponse.Builder answer(IngestArticlesRequest request) {
        return IngestArticlesResponse.newBuilder()
                .setSequence(request.getSequence())
                .setArticleId(request.getArticle().getId());
    }
}
