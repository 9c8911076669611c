package news.parallax.catalog.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.story.MembershipExplanationEntity.Nearest;
import news.parallax.catalog.story.MembershipExplanations.Explained;
import news.parallax.catalog.story.MembershipExplanations.Named;
import news.parallax.catalog.v1.ArticleMembership;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.MembershipReceipt;
import news.parallax.catalog.v1.NearestArticle;
import news.parallax.catalog.v1.RunnerUp;

/** Why articles are in their stories, on the wire. */
final class MembershipMessages {
    private static final Pattern STORY_ID = Pattern.compile("[0-9a-f]{20}");
    private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int EVIDENCE_LIMIT = 20;
    private static final int SHARED_TERMS_LIMIT = 10;
    private static final int SHARED_NAMES_LIMIT = 5;
    private static final int NEAREST_LIMIT = 3;
    private static final int TERM_LIMIT = 200;

    private MembershipMessages() {}

    /** Reads what is said of an article; what is wrong with it names the article. */
    static MembershipDraft toDraft(ArticleMembership message) {
        checkArticleId("article_id", message.getArticleId());
        return toDraft(message.getMembership(), message.getArticleId());
    }

    /** The same. */
    static MembershipDraft toDraft(Membership membership, String articleId) {
        try {
            return new MembershipDraft(
                    toEntity(membership, articleId),
                    membership.hasExplanation()
                            ? Optional.of(toEntity(membership.getExplanation(), membership.getStoryId(), articleId))
                            : Optional.empty());
        } catch (Invalid e) {
            throw e.with("article_id", articleId);
        }
    }

    static Membership toProto(MembershipEntity row) {
        return Membership.newBuilder()
                .setStoryId(row.storyId)
                .setSimilarity(row.similarity)
                .putAllEvidence(row.evidence)
                .addAllSharedTerms(row.sharedTerms)
                .setCopyOfArticleId(row.copyOfArticleId == null ? "" : row.copyOfArticleId)
                .setPinned(row.pinned)
                .addAllBarredStoryIds(row.barredStoryIds)
                .build();
    }

    /** Returns where an article is, without why. */
    static Membership toProto(MembershipRepository.Place place) {
        return Membership.newBuilder()
                .setStoryId(place.storyId())
                .setCopyOfArticleId(Objects.requireNonNullElse(place.copyOfArticleId(), ""))
                .setPinned(place.pinned())
                .addAllBarredStoryIds(place.barredStoryIds())
                .build();
    }

    static ArticleMembership toProto(Explained explained, Named named) {
        var membership = toProto(explained.row()).toBuilder();
        explained.explanation().ifPresent(why -> membership.setExplanation(toProto(why, explained.row(), named)));
        return ArticleMembership.newBuilder()
                .setArticleId(explained.row().articleId)
                .setMembership(membership)
                .build();
    }

    static MembershipReceipt toProto(MembershipUpdate.Receipt receipt) {
        return MembershipReceipt.newBuilder()
                .setArticleId(receipt.articleId())
                .setStoryId(receipt.storyId())
                .setUpdated(receipt.updated())
                .build();
    }

    private static MembershipExplanation toProto(MembershipExplanationEntity why, MembershipEntity row, Named named) {
        var message = MembershipExplanation.newBuilder()
                .setThreshold(why.threshold)
                .setFounder(why.founder)
                .setComparedCount(why.comparedCount)
                .addAllNearest(why.nearest.stream()
                        .map(nearest -> toProto(nearest, named))
                        .toList())
                .setOutdated(!named.remaining(why.storyId).equals(row.storyId));
        Optional.ofNullable(why.runnerUp).map(next -> toProto(next, named)).ifPresent(message::setRunnerUp);
        return message.build();
    }

    private static NearestArticle toProto(Nearest nearest, Named named) {
        var message = NearestArticle.newBuilder()
                .setArticleId(nearest.articleId())
                .setProbability(nearest.probability())
                .putAllEvidence(nearest.evidence())
                .setTimeGapSeconds(nearest.timeGapSeconds())
                .addAllSharedNames(nearest.sharedNames())
                .addAllSharedTerms(nearest.sharedTerms());
        Optional.ofNullable(named.articles().get(nearest.articleId()))
                .ifPresent(article -> message.setTitle(article.title())
                        .setCanonicalUrl(article.canonicalUrl())
                        .setLanguage(article.language())
                        .setSourceId(article.sourceId())
                        .setSourceName(article.sourceName())
                        .setStoryId(article.storyId()));
        return message.build();
    }

    private static RunnerUp toProto(MembershipExplanationEntity.RunnerUp next, Named named) {
        String storyId = named.remaining(next.storyId());
        var message = RunnerUp.newBuilder()
                .setStoryId(storyId)
                .setSimilarity(next.similarity())
                .setArticleId(next.articleId());
        Optional.ofNullable(named.stories().get(storyId))
                .ifPresent(story -> message.setTitle(story.title())
                        .setTitleArticleId(story.titleArticleId())
                        .setTitleLanguage(story.titleLanguage()));
        return message.build();
    }

    private static MembershipEntity toEntity(Membership membership, String articleId) {
        checkStoryId("story_id", membership.getStoryId());
        checkShare("similarity", membership.getSimilarity());
        checkEvidence(membership.getEvidenceMap());
        String copyOf = membership.getCopyOfArticleId();
        check(
                copyOf.isEmpty() || (ARTICLE_ID.matcher(copyOf).matches() && !copyOf.equals(articleId)),
                "copy_of_article_id",
                copyOf);
        var row = new MembershipEntity();
        row.articleId = articleId;
        row.storyId = membership.getStoryId();
        row.similarity = membership.getSimilarity();
        row.evidence = new HashMap<>(membership.getEvidenceMap());
        row.sharedTerms = terms("shared_term", membership.getSharedTermsList(), SHARED_TERMS_LIMIT);
        row.copyOfArticleId = copyOf.isEmpty() ? null : copyOf;
        row.recordedCopyOfArticleId = row.copyOfArticleId;
        return row;
    }

    private static MembershipExplanationEntity toEntity(
            MembershipExplanation message, String storyId, String articleId) {
        checkShare("threshold", message.getThreshold());
        checkCount("compared_count", message.getComparedCount(), Integer.MAX_VALUE);
        checkCount("nearest_count", message.getNearestCount(), NEAREST_LIMIT);
        var row = new MembershipExplanationEntity();
        row.articleId = articleId;
        row.storyId = storyId;
        row.threshold = message.getThreshold();
        row.founder = message.getFounder();
        row.comparedCount = message.getComparedCount();
        row.nearest = message.getNearestList().stream()
                .map(MembershipMessages::toNearest)
                .toList();
        row.runnerUp = message.hasRunnerUp() ? toRunnerUp(message.getRunnerUp()) : null;
        return row;
    }

    private static Nearest toNearest(NearestArticle message) {
        checkArticleId("nearest_article_id", message.getArticleId());
        checkShare("probability", message.getProbability());
        checkEvidence(message.getEvidenceMap());
        return new Nearest(
                message.getArticleId(),
                message.getProbability(),
                Map.copyOf(message.getEvidenceMap()),
                message.getTimeGapSeconds(),
                terms("shared_name", message.getSharedNamesList(), SHARED_NAMES_LIMIT),
                terms("shared_term", message.getSharedTermsList(), SHARED_TERMS_LIMIT));
    }

    private static MembershipExplanationEntity.RunnerUp toRunnerUp(RunnerUp message) {
        checkStoryId("runner_up_story_id", message.getStoryId());
        checkShare("similarity", message.getSimilarity());
        checkArticleId("runner_up_article_id", message.getArticleId());
        return new MembershipExplanationEntity.RunnerUp(
                message.getStoryId(), message.getSimilarity(), message.getArticleId());
    }

    private static List<String> terms(String field, List<String> terms, int limit) {
        checkCount(field + "_count", terms.size(), limit);
        terms.forEach(term -> check(term.length() <= TERM_LIMIT, field, term));
        return terms.stream().map(term -> term.replace("\0", "")).toList();
    }

    private static void checkEvidence(Map<String, Double> evidence) {
        checkCount("evidence_count", evidence.size(), EVIDENCE_LIMIT);
        evidence.forEach((name, share) -> {
            check(name.length() <= TERM_LIMIT && name.indexOf('\0') < 0, "evidence", name);
            checkShare(name, share);
        });
    }

    private static void checkStoryId(String field, String id) {
        if (!STORY_ID.matcher(id).matches()) {
            throw refusal("STORY_ID_INVALID", field, id);
        }
    }

    private static void checkArticleId(String field, String id) {
        if (!ARTICLE_ID.matcher(id).matches()) {
            throw refusal("ARTICLE_ID_INVALID", field, id);
        }
    }

    private static void checkShare(String field, double share) {
        check(share >= 0 && share <= 1, field, String.valueOf(share));
    }

    private static void checkCount(String field, int count, int limit) {
        check(count >= 0 && count <= limit, field, String.valueOf(count));
    }

    private static void check(boolean valid, String field, String value) {
        if (!valid) {
            throw refusal("MEMBERSHIP_INVALID", field, value);
        }
    }

    private static Invalid refusal(String reason, String field, String value) {
        return new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }
}
