package news.parallax.clusterer.catalog;

import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.catalog.RecordOutcome.Receipt;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.digest.model.ModelDigest;
import news.parallax.clusterer.embedding.PackedVector;
import news.parallax.clusterer.story.Explanation;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.Placement;
import news.parallax.clusterer.story.StoryChange;
import news.parallax.clusterer.text.Vector;

/** Stories on the wire. */
public final class StoryMessages {

    private StoryMessages() {}

    /**
     * An article with its place.
     *
     * @param received the article
     * @param vector its vector, if it has one
     * @param membership its story
     * @param explanation why, if that is known
     */
    public record Placed(
            Received received, Optional<Vector> vector, Membership membership, Optional<Explanation> explanation) {}

    /**
     * An article of the window, read back.
     *
     * @param arrival its place in the catalog's order of arrival
     * @param placement what editors decided about it
     * @param fresh whether stories have not been looked at since it came
     */
    public record Replayed(
            long arrival,
            Received received,
            Optional<Vector> vector,
            Membership membership,
            Placement placement,
            boolean fresh) {}

    /**
     * Where an article of the window is.
     *
     * @param arrival its place in the catalog's order of arrival
     * @param title of its latest version
     * @param contentHash of its latest version
     * @param placement what editors decided about it
     * @param fresh whether stories have not been looked at since it arrived
     */
    public record Place(
            long arrival, String title, String contentHash, Membership membership, Placement placement, boolean fresh) {

        public String articleId() {
            return placement.articleId();
        }
    }

    static RecordArticlesRequest toRequest(
            List<Placed> articles, List<Digest> digests, int modelFingerprint, boolean yieldsToModel) {
        return RecordArticlesRequest.newBuilder()
                .addAllArticles(articles.stream()
                        .map(placed -> toRecord(placed, modelFingerprint))
                        .toList())
                .addAllStories(digests.stream()
                        .map(digest -> DigestMessages.toProto(digest, yieldsToModel))
                        .toList())
                .build();
    }

    static Receipt toReceipt(ArticleReceipt receipt) {
        return new Receipt(receipt.getArticleId(), receipt.getStoryId(), receipt.getCreated());
    }

    /** Reads an article of the window; its vector is left out if it is not of the model in use. */
    static Replayed toReplayed(ReplayWindowResponse message, int modelFingerprint) {
        ArticleRecord record = message.getRecord();
        return new Replayed(
                message.getArrival(),
                Received.of(record.getArticle()),
                PackedVector.unpack(record.getEmbedding().toByteArray(), modelFingerprint),
                MembershipMessages.toMembership(record.getMembership()),
                toPlacement(record),
                message.getFresh());
    }

    static Place toPlace(ReplayWindowResponse message) {
        ArticleRecord record = message.getRecord();
        return new Place(
                message.getArrival(),
                record.getArticle().getTitle().strip(),
                record.getArticle().getContentHash(),
                MembershipMessages.toMembership(record.getMembership()),
                toPlacement(record),
                message.getFresh());
    }

    private static Placement toPlacement(ArticleRecord record) {
        var membership = record.getMembership();
        return new Placement(
                record.getArticle().getId(),
                membership.getStoryId(),
                membership.getPinned(),
                Set.copyOf(membership.getBarredStoryIdsList()));
    }

    /** The stories that a change in the catalog was about. */
    public record ChangedStories(String eventId, Instant time, Set<String> storyIds) {}

    static ChangedStories toChangedStories(StoryEvent event) {
        return new ChangedStories(
                event.getId(),
                Instant.ofEpochSecond(
                        event.getCreateTime().getSeconds(),
                        event.getCreateTime().getNanos()),
                event.getCountsList().stream()
                        .map(StoryArticleCounts::getStoryId)
                        .collect(Collectors.toSet()));
    }

    static Placement toPlacement(news.parallax.catalog.v1.Placement message) {
        return new Placement(
                message.getArticleId(),
                message.getStoryId(),
                message.getPinned(),
                Set.copyOf(message.getBarredStoryIdsList()));
    }

    private static ArticleRecord toRecord(Placed placed, int modelFingerprint) {
        var record = ArticleRecord.newBuilder()
                .setArticle(placed.received().article())
                .setMembership(MembershipMessages.toProto(placed.membership(), placed.explanation()));
        placed.vector()
                .map(vector -> ByteString.copyFrom(PackedVector.pack(vector, modelFingerprint)))
                .ifPresent(record::setEmbedding);
        return record.build();
    }

    static UpdateStoryRequest toRequest(Digest digest, boolean yieldsToModel) {
        return UpdateStoryRequest.newBuilder()
                .setStory(DigestMessages.toProto(digest, yieldsToModel))
                .build();
    }

    static UpdateStoryRequest toRequest(ModelDigest digest) {
        var story = StoryDigest.newBuilder().setStoryId(digest.storyId());
        digest.points()
                .forEach(point -> story.addSummaryBuilder()
                        .setText(point.text())
                        .setArticleId(point.articleId())
                        .setWrittenByModel(digest.model()));
        return UpdateStoryRequest.newBuilder()
                .setStory(story)
                .setUpdateMask(FieldMask.newBuilder().addPaths("summary"))
                .build();
    }

    /**
     * Asks for changes in one go.
     *
     * @param partial whether more changes of the same look follow
     */
    static ConsolidateStoriesRequest toRequest(List<StoryChange> changes, boolean partial) {
        return ConsolidateStoriesRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .addAllChanges(changes.stream().map(StoryMessages::toProto).toList())
                .setPartial(partial)
                .build();
    }

    private static news.parallax.catalog.v1.StoryChange toProto(StoryChange change) {
        var message = news.parallax.catalog.v1.StoryChange.newBuilder();
        return switch (change) {
            case StoryChange.Merged merged ->
                message.setMerge(toRequest(merged)).build();
            case StoryChange.Split split -> message.setSplit(toRequest(split)).build();
            case StoryChange.Moved moved -> message.setMove(toRequest(moved)).build();
        };
    }

    private static MergeStoriesRequest toRequest(StoryChange.Merged merged) {
        return MergeStoriesRequest.newBuilder()
                .setStoryId(merged.storyId())
                .addMergedStoryIds(merged.fromStoryId())
                .setReason(merged.reason())
                .build();
    }

    private static SplitStoryRequest toRequest(StoryChange.Split split) {
        return SplitStoryRequest.newBuilder()
                .setStoryId(split.fromStoryId())
                .setNewStoryId(split.storyId())
                .addAllArticleIds(split.articleIds())
                .setReason(split.reason())
                .build();
    }

    private static MoveArticlesRequest toRequest(StoryChange.Moved moved) {
        return MoveArticlesRequest.newBuilder()
                .setStoryId(moved.storyId())
                .addAllArticleIds(moved.articleIds())
                .setReason(moved.reason())
                .build();
    }
}
