package news.parallax.gateway.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed of a story.
 *
 * @param eventId the same for all webhooks
 * @param storyId as the story was called then
 * @param aspects what of it, as {@link MessageView} names it
 * @param mergedIntoStoryId the story that it became part of; null if it did not
 */
record News(
        String eventId,
        String storyId,
        List<String> aspects,
        @Nullable String mergedIntoStoryId,
        Instant time) {
    News {
        aspects = List.copyOf(aspects);
    }

    /** Returns what kind of message it is: the most there is to say. */
    String type() {
        if (mergedIntoStoryId != null) {
            return "story.merged";
        }
        return aspects.contains("founded") ? "story.founded" : "story.changed";
    }
}
