package news.parallax.catalog.story;

import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.article.ArticleMessages;
import news.parallax.catalog.article.ArticleTitleEntity;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.SourceMessages;
import news.parallax.catalog.story.StoryListRepository.Headline;
import news.parallax.catalog.story.StoryRepository.Citation;
import news.parallax.catalog.story.StoryRepository.Member;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.trace.ArticleSpans;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.ArticleTitle;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryOrder;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.viewer.Viewer;

/** Stories and their articles on the wire. */
final class StoryMessages {
    private static final Pattern STORY_ID = Pattern.compile("[0-9a-f]{20}");
    private static final int SUMMARY_LIMIT = 3;
    /** Most characters of a text that a story shows. */
    static final int TEXT_LIMIT = 5_000;

    private static final int MODEL_NAME_LIMIT = 200;

    private StoryMessages() {}

    static StoryRecorder.Draft toDraft(ArticleRecord record) {
        Article article = record.getArticle();
        var draft = ArticleMessages.toDraft(article, record.getEmbedding());
        return new StoryRecorder.Draft(draft, MembershipMessages.toDraft(record.getMembership(), article.getId()));
    }

    /** What came along with articles about their ways. */
    static List<ArticleSpans.Traced> traced(RecordArticlesRequest request) {
        return request.getArticlesList().stream()
                .map(ArticleRecord::getArticle)
                .map(article -> new ArticleSpans.Traced(article.getId(), article.getTraceparent()))
                .toList();
    }

    /** Returns the digest; of its details, what the mask names. */
    static StoryDigestDraft toDraft(StoryDigest digest, FieldMask mask) {
        checkStoryId(digest.getStoryId());
        String storyId = digest.getStoryId();
        check(digest.getTitle().length() <= TEXT_LIMIT, "DIGEST_TOO_LONG", "story_id", storyId);
        check(digest.getSummaryCount() <= SUMMARY_LIMIT, "DIGEST_TOO_LONG", "story_id", storyId);
        digest.getSummaryList()
                .forEach(point -> check(
                        point.getText().length() <= TEXT_LIMIT
                                && point.getWrittenByModel().length() <= MODEL_NAME_LIMIT,
                        "DIGEST_TOO_LONG",
                        "story_id",
                        storyId));
        return new StoryDigestDraft(
                storyId,
                clean(digest.getTitle()),
                digest.getTitleArticleId(),
                digest.getSummaryList().stream().map(StoryMessages::toPoint).toList(),
                digest.getYieldsToModel(),
                StoryDetailsMessages.toChange(digest, mask));
    }

    private static StoryEntity.Point toPoint(SummaryPoint point) {
        String model = clean(point.getWrittenByModel());
        return new StoryEntity.Point(clean(point.getText()), point.getArticleId(), model.isEmpty() ? null : model);
    }

    /** Returns the paths of a mask; title and summary if it is empty. */
    static Set<String> paths(FieldMask mask) {
        Set<String> known = Set.of("title", "summary");
        for (String path : mask.getPathsList()) {
            check(
                    known.contains(path)
                            || path.equals("title_article_id")
                            || StoryDetailsMessages.PATHS.contains(path),
                    "UPDATE_MASK_INVALID",
                    "path",
                    path);
        }
        return mask.getPathsCount() == 0 ? known : Set.copyOf(mask.getPathsList());
    }

    static StoryOrdering toOrdering(StoryOrder order) {
        return order == StoryOrder.STORY_ORDER_LATEST ? StoryOrdering.LATEST : StoryOrdering.TOP;
    }

    static ArticleReceipt toProto(StoryRecorder.Receipt receipt) {
        return ArticleReceipt.newBuilder()
                .setArticleId(receipt.articleId())
                .setStoryId(receipt.storyId())
                .setCreated(receipt.created())
                .build();
    }

    /**
     * Returns the story.
     *
     * @param citations the articles that title and summary are taken from; points whose article is no longer kept are passed over
     */
    static Story toProto(StoryEntity row, Coverage coverage, Map<String, Citation> citations) {
        var message = Story.newBuilder()
                .setId(row.id)
                .setTitle(row.title)
                .addAllSummary(row.summary.stream()
                        .flatMap(point -> Stream.ofNullable(citations.get(point.articleId()))
                                .map(citation -> toProto(point, citation)))
                        .toList())
                .setArticleCount(row.articleCount)
                .setCoverage(coverage);
        Optional.ofNullable(row.titleArticleId).ifPresent(message::setTitleArticleId);
        Optional<String> language =
                Optional.ofNullable(row.titleArticleId).map(citations::get).map(Citation::language);
        language.ifPresent(message::setTitleLanguage);
        message.setSlug(row.slug.isEmpty() ? Slug.of(row.title, language.orElse("")) : row.slug);
        Optional.ofNullable(row.publishTime).map(TimeMessages::toProto).ifPresent(message::setPublishTime);
        Optional.ofNullable(row.updateTime).map(TimeMessages::toProto).ifPresent(message::setUpdateTime);
        return message.build();
    }

    /**
     * Returns a story without sentences of some sources.
     *
     * @param headline in place of that of one of them; empty if there is no other
     */
    static Story without(Set<String> sourceIds, Story story, Optional<Headline> headline) {
        if (sourceIds.isEmpty()) {
            return story;
        }
        var message = story.toBuilder().clearSummary();
        story.getSummaryList().stream()
                .filter(point -> !sourceIds.contains(point.getSourceId()))
                .forEach(message::addSummary);
        headline.ifPresent(other -> message.setTitle(other.title())
                .setTitleArticleId(other.articleId())
                .setTitleLanguage(other.language()));
        return message.build();
    }

    static StoryArticle toProto(Member member, Viewer viewer, int copies, List<ArticleTitleEntity> earlierTitles) {
        return StoryArticle.newBuilder()
                .setArticle(ArticleMessages.toProto(member.article()))
                .setSource(SourceMessages.seenBy(viewer, SourceMessages.toProto(member.source())))
                .setMembership(MembershipMessages.toProto(member.membership()))
                .setCopyCount(copies)
                .addAllEarlierTitles(earlierTitles.stream()
                        .map(earlier -> ArticleTitle.newBuilder()
                                .setTitle(earlier.title)
                                .setReplaceTime(TimeMessages.toProto(earlier.replaceTime))
                                .build())
                        .toList())
                .build();
    }

    /** Returns the article as it was recorded, with text and vector as far as they are kept. */
    static ReplayWindowResponse toProto(WindowReplay.Replayed replayed) {
        var record = ArticleRecord.newBuilder()
                .setArticle(ArticleMessages.toProto(replayed.article(), replayed.text()))
                .setMembership(MembershipMessages.toProto(replayed.membership()));
        replayed.text().map(kept -> kept.embedding).map(ByteString::copyFrom).ifPresent(record::setEmbedding);
        return ReplayWindowResponse.newBuilder()
                .setRecord(record)
                .setFresh(replayed.fresh())
                .setArrival(replayed.arrival())
                .build();
    }

    static ReplayWindowResponse toProto(WindowReplay.Placed placed) {
        MembershipRepository.Place place = placed.place();
        return ReplayWindowResponse.newBuilder()
                .setRecord(ArticleRecord.newBuilder()
                        .setArticle(Article.newBuilder()
                                .setId(place.articleId())
                                .setTitle(place.title())
                                .setContentHash(place.contentHash()))
                        .setMembership(MembershipMessages.toProto(place)))
                .setFresh(placed.fresh())
                .setArrival(place.arrival())
                .build();
    }

    private static SummaryPoint toProto(StoryEntity.Point point, Citation citation) {
        var message = SummaryPoint.newBuilder()
                .setText(point.text())
                .setArticleId(point.articleId())
                .setSourceId(citation.sourceId())
                .setSourceName(citation.sourceName())
                .setLanguage(citation.language());
        Optional.ofNullable(point.writtenByModel()).ifPresent(message::setWrittenByModel);
        return message.build();
    }

    private static void checkStoryId(String id) {
        check(STORY_ID.matcher(id).matches(), "STORY_ID_INVALID", "story_id", id);
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }

    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
