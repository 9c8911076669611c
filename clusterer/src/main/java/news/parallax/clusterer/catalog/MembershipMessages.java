package news.parallax.clusterer.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.v1.ArticleMembership;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.RunnerUp;
import news.parallax.catalog.v1.UpdateMembershipsRequest;
import news.parallax.clusterer.story.Evidence;
import news.parallax.clusterer.story.Explanation;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.Reconsidered;

/** Why articles are in their stories, on the wire. */
final class MembershipMessages {

    private MembershipMessages() {}

    static UpdateMembershipsRequest toRequest(List<Reconsidered> articles) {
        return UpdateMembershipsRequest.newBuilder()
                .addAllMemberships(articles.stream()
                        .map(article -> ArticleMembership.newBuilder()
                                .setArticleId(article.articleId())
                                .setMembership(toProto(article.membership(), Optional.of(article.explanation())))
                                .build())
                        .toList())
                .build();
    }

    /** Writes a membership; without explanation if none is known, as of an article that came again. */
    static news.parallax.catalog.v1.Membership toProto(Membership membership, Optional<Explanation> explanation) {
        var message = news.parallax.catalog.v1.Membership.newBuilder()
                .setStoryId(membership.storyId())
                .setCopyOfArticleId(membership.copyOf().orElse(""));
        explanation.ifPresent(why -> message.setSimilarity(why.similarity())
                .putAllEvidence(why.comparedCount() == 0 ? Map.of() : toProto(why.evidence()))
                .addAllSharedTerms(why.sharedTerms())
                .setExplanation(toProto(why)));
        return message.build();
    }

    static Membership toMembership(news.parallax.catalog.v1.Membership message) {
        return new Membership(
                message.getStoryId(), Optional.of(message.getCopyOfArticleId()).filter(id -> !id.isEmpty()));
    }

    private static MembershipExplanation toProto(Explanation explanation) {
        var message = MembershipExplanation.newBuilder()
                .setThreshold(explanation.threshold())
                .setFounder(explanation.founder())
                .setComparedCount(explanation.comparedCount())
                .addAllNearest(explanation.nearest().stream()
                        .map(MembershipMessages::toProto)
                        .toList());
        explanation
                .runnerUp()
                .ifPresent(next -> message.setRunnerUp(RunnerUp.newBuilder()
                        .setStoryId(next.storyId())
                        .setSimilarity(next.similarity())
                        .setArticleId(next.articleId())));
        return message.build();
    }

    private static NearestArticle toProto(Explanation.Nearest nearest) {
        return NearestArticle.newBuilder()
                .setArticleId(nearest.articleId())
                .setProbability(nearest.probability())
                .putAllEvidence(toProto(nearest.evidence()))
                .setTimeGapSeconds(nearest.secondsLater())
                .addAllSharedNames(nearest.sharedNames())
                .addAllSharedTerms(nearest.sharedTerms())
                .build();
    }

    private static Map<String, Double> toProto(Evidence evidence) {
        return Map.of(
                "embedding", evidence.embedding(),
                "terms", evidence.terms(),
                "title", evidence.title(),
                "names", evidence.names(),
                "time", evidence.time());
    }
}
