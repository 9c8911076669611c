package news.parallax.clusterer.ingest;

import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.Outcome.Refused;
import news.parallax.clusterer.Outcome.Stored;
import news.parallax.clusterer.article.ArticleMessages.Flaw;
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
