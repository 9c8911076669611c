package news.parallax.catalog.story;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;

/** Changes of which articles are in which story on the wire: asked for, and as events. */
final class StoryEventMessages {
    private static final Pattern STORY_ID = Pattern.compile("[0-9a-f]{20}");
    private static final String ACTOR_DEFAULT = "clusterer";
    private static final int ACTOR_LIMIT = 100;
    private static final int REASON_LIMIT = 500;
    private static final int MERGED_STORIES_LIMIT = 100;
    private static final int ARTICLES_LIMIT = 10_000;

    private StoryEventMessages() {}

    static ChangeNote note(String actor, String reason) {
        checkLength("actor", actor, ACTOR_LIMIT);
        checkLength("reason", reason, REASON_LIMIT);
        return new ChangeNote(actor.isEmpty() ? ACTOR_DEFAULT : clean(actor), clean(reason));
    }

    static List<String> mergedStoryIds(MergeStoriesRequest request) {
        return checkCount("merged_story_ids", request.getMergedStoryIdsList(), MERGED_STORIES_LIMIT);
    }

    static String newStoryId(SplitStoryRequest request) {
        String id = request.getNewStoryId();
        if (!STORY_ID.matcher(id).matches()) {
            throw new Invalid(
                    "STORY_ID_INVALID",
                    "new_story_id=%s is not 20 lowercase hexadecimal digits".formatted(id),
                    Map.of("new_story_id", id));
        }
        return id;
    }

    static List<String> articleIds(List<String> ids) {
        return checkCount("article_ids", ids, ARTICLES_LIMIT);
    }

    static StoryEvent toProto(StoryEventEntity row) {
        return StoryEvent.newBuilder()
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
                        .toList())
                .build();
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
