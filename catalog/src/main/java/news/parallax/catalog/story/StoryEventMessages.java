package news.parallax.catalog.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.ListPlacementsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.Placement;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.catalog.v1.UndoStoryEventRequest;

/** Changes of which articles are in which story on the wire: asked for, and as events. */
final class StoryEventMessages {
    private static final Pattern STORY_ID = Pattern.compile("[0-9a-f]{20}");
    private static final int ACTOR_LIMIT = 100;
    private static final int REASON_LIMIT = 500;
    private static final int MERGED_STORIES_LIMIT = 100;
    private static final int ARTICLES_LIMIT = 10_000;
    private static final int CHANGES_LIMIT = 500;
    private static final int REQUEST_ID_LIMIT = 100;

    private StoryEventMessages() {}

    static StoryChange.Merge toMerge(MergeStoriesRequest request) {
        return new StoryChange.Merge(
                request.getStoryId(),
                checkCount("merged_story_ids", request.getMergedStoryIdsList(), MERGED_STORIES_LIMIT),
                note(request.getActor(), request.getReason()));
    }

    static StoryChange.Split toSplit(SplitStoryRequest request) {
        return new StoryChange.Split(
                request.getStoryId(),
                newStoryId(request),
                checkCount("article_ids", request.getArticleIdsList(), ARTICLES_LIMIT),
                note(request.getActor(), request.getReason()));
    }

    static StoryChange.Move toMove(MoveArticlesRequest request) {
        return new StoryChange.Move(
                checkCount("article_ids", request.getArticleIdsList(), ARTICLES_LIMIT),
                request.getStoryId(),
                note(request.getActor(), request.getReason()));
    }

    static Consolidation toConsolidation(ConsolidateStoriesRequest request) {
        checkLength("request_id", request.getRequestId(), REQUEST_ID_LIMIT);
        return new Consolidation(toChanges(request), !request.getPartial(), clean(request.getRequestId()));
    }

    private static List<StoryChange> toChanges(ConsolidateStoriesRequest request) {
        int count = request.getChangesCount();
        RecordLimits.checkSize("changes", count, CHANGES_LIMIT);
        return IntStream.range(0, count)
                .mapToObj(place -> toChange(request.getChanges(place), place))
                .toList();
    }

    private static StoryChange toChange(news.parallax.catalog.v1.StoryChange message, int place) {
        try {
            return switch (message.getChangeCase()) {
                case MERGE -> toMerge(message.getMerge());
                case SPLIT -> toSplit(message.getSplit());
                case MOVE -> toMove(message.getMove());
                case CHANGE_NOT_SET -> throw new Invalid("CHANGE_MISSING", "A change is not set", Map.of());
            };
        } catch (Invalid refusal) {
            throw refusal.with("change", String.valueOf(place));
        }
    }

    static Placement toPlacement(MembershipEntity row) {
        return Placement.newBuilder()
                .setArticleId(row.articleId)
                .setStoryId(row.storyId)
                .setPinned(row.pinned)
                .addAllBarredStoryIds(row.barredStoryIds)
                .setEventId(String.valueOf(row.placementEventId))
                .build();
    }

    /** Reads who undoes an event; EDITOR_REQUIRED if it is the machine. */
    static ChangeNote toNote(UndoStoryEventRequest request) {
        ChangeNote note = note(request.getActor(), request.getReason());
        if (!note.byEditor()) {
            throw new Invalid("EDITOR_REQUIRED", "Only an editor undoes: actor names none", Map.of());
        }
        return note;
    }

    static long eventId(UndoStoryEventRequest request) {
        return eventId("event_id", request.getEventId());
    }

    /** Reads the id of the event to begin after; none is before all. */
    static long eventId(ListPlacementsRequest request) {
        return request.getAfterEventId().isEmpty() ? 0 : eventId("after_event_id", request.getAfterEventId());
    }

    private static long eventId(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Invalid(
                    "EVENT_ID_INVALID", "%s=%s is not the id of an event".formatted(field, text), Map.of(field, text));
        }
    }

    private static ChangeNote note(String actor, String reason) {
        checkLength("actor", actor, ACTOR_LIMIT);
        checkLength("reason", reason, REASON_LIMIT);
        return new ChangeNote(actor.isEmpty() ? ChangeNote.CLUSTERER : clean(actor), clean(reason));
    }

    private static String newStoryId(SplitStoryRequest request) {
        String id = request.getNewStoryId();
        if (!STORY_ID.matcher(id).matches()) {
            throw new Invalid(
                    "STORY_ID_INVALID",
                    "new_story_id=%s is not 20 lowercase hexadecimal digits".formatted(id),
                    Map.of("new_story_id", id));
        }
        return id;
    }

    static StoryEvent toProto(StoryEventEntity row) {
        var message = StoryEvent.newBuilder()
                .setId(String.valueOf(row.id))
                .setKind(StoryEventKind.valueOf("STORY_EVENT_KIND_" + row.kind))
                .setCreateTime(TimeMessages.toProto(row.createTime))
                .setActor(row.actor)
                .setReason(row.reason)
                .setStoryId(row.storyId)
                .addAllOtherStoryIds(row.otherStoryIds)
                .addAllArticleIds(row.articleIds)
                .setArticleCount(row.articleCount)
                .addAllCounts(row.counts.stream()
                        .map(count -> StoryArticleCounts.newBuilder()
                                .setStoryId(count.storyId())
                                .setBeforeCount(count.before())
                                .setAfterCount(count.after())
                                .build())
                        .toList());
        Optional.ofNullable(row.undoesEventId).map(String::valueOf).ifPresent(message::setUndoesEventId);
        Optional.ofNullable(row.undoneByEventId).map(String::valueOf).ifPresent(message::setUndoneByEventId);
        Optional.ofNullable(row.partOfEventId).map(String::valueOf).ifPresent(message::setPartOfEventId);
        return message.build();
    }

    private static List<String> checkCount(String field, List<String> ids, int limit) {
        if (ids.isEmpty() || ids.size() > limit) {
            throw new Invalid(
                    "ID_COUNT_INVALID",
                    "%s has %d entries, not 1 to %d".formatted(field, ids.size(), limit),
                    Map.of("field", field, "count", String.valueOf(ids.size()), "limit", String.valueOf(limit)));
        }
        return ids;
    }

    private static void checkLength(String field, String text, int limit) {
        if (text.length() > limit) {
            throw new Invalid(
                    "TEXT_TOO_LONG",
                    "%s has %d characters, more than %d".formatted(field, text.length(), limit),
                    Map.of("field", field, "length", String.valueOf(text.length()), "limit", String.valueOf(limit)));
        }
    }

    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
