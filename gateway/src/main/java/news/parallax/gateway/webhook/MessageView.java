package news.parallax.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message, as Standard Webhooks has it.
 *
 * @param type story.founded, story.changed or story.merged
 * @param timestamp when it changed
 * @param data what changed
 */
record MessageView(String type, Instant timestamp, ChangeView data) {
    /**
     * A change.
     *
     * @param eventId the same for all webhooks
     * @param storyId as the story was called then
     * @param aspects founded, articles, telling, coverage, regrouped, merged
     * @param mergedIntoStoryId the story that it became part of; absent if it did not
     * @param story as it is when this is sent, as far as the reader's plan goes; of a merged one the remaining. Absent if there is
     *     none any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String eventId,
            String storyId,
            List<String> aspects,
            @Nullable String mergedIntoStoryId,
            @Nullable StoryView story) {}

    static MessageView of(News news, @Nullable StoryView story) {
        return new MessageView(
                news.type(),
                news.time(),
                new ChangeView(news.eventId(), news.storyId(), news.aspects(), news.mergedIntoStoryId(), story));
    }
}
