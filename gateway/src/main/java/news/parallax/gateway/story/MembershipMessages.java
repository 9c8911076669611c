package news.parallax.gateway.story;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.v1.ArticleMembership;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.RunnerUp;
import org.jspecify.annotations.Nullable;

/** Why articles are in their stories, as views. */
final class MembershipMessages {
    private MembershipMessages() {}

    static MembershipView toView(Membership membership) {
        return new MembershipView(
                membership.getSimilarity(),
                new TreeMap<>(membership.getEvidenceMap()),
                List.copyOf(membership.getSharedTermsList()));
    }

    static ArticleMembershipView toView(ArticleMembership message) {
        Membership membership = message.getMembership();
        return new ArticleMembershipView(
                message.getArticleId(),
                membership.getStoryId(),
                orNull(membership.getCopyOfArticleId()),
                toView(membership),
                membership.hasExplanation() ? toView(membership.getExplanation()) : null);
    }

    /** The stories that tell why articles are where they are: their own, those of the nearest, and the next best. */
    static Set<String> storyIds(List<ArticleMembership> messages) {
        return messages.stream()
                .map(ArticleMembership::getMembership)
                .flatMap(membership -> Stream.concat(
                        Stream.of(
                                membership.getStoryId(),
                                membership.getExplanation().getRunnerUp().getStoryId()),
                        membership.getExplanation().getNearestList().stream().map(NearestArticle::getStoryId)))
                .collect(Collectors.toSet());
    }

    private static ExplanationView toView(MembershipExplanation explanation) {
        return new ExplanationView(
                explanation.getThreshold(),
                explanation.getFounder(),
                explanation.getOutdated(),
                explanation.getComparedCount(),
                explanation.getNearestList().stream()
                        .map(MembershipMessages::toView)
                        .toList(),
                explanation.hasRunnerUp() ? toView(explanation.getRunnerUp()) : null);
    }

    private static NearestView toView(NearestArticle nearest) {
        return new NearestView(
                nearest.getArticleId(),
                orNull(nearest.getTitle()),
                orNull(nearest.getCanonicalUrl()),
                orNull(nearest.getLanguage()),
                orNull(nearest.getSourceId()),
                orNull(nearest.getSourceName()),
                orNull(nearest.getStoryId()),
                nearest.getProbability(),
                new TreeMap<>(nearest.getEvidenceMap()),
                nearest.getTimeGapSeconds(),
                List.copyOf(nearest.getSharedNamesList()),
                List.copyOf(nearest.getSharedTermsList()));
    }

    private static RunnerUpView toView(RunnerUp next) {
        return new RunnerUpView(
                next.getStoryId(),
                orNull(next.getTitle()),
                orNull(next.getTitleLanguage()),
                next.getSimilarity(),
                next.getArticleId());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
