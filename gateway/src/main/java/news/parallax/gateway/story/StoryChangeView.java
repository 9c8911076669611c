package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a story.
 *
 * @param storyId as it was called then, even if it became part of another one since
 * @param aspects what of it changed: founded, articles, telling, coverage, regrouped, merged
 * @param mergedInto the story that it became part of; absent if it was not merged
 * @param time when
 * @param story as it is now, without details; absent of one that was merged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryChangeView(
        String storyId,
        List<String> aspects,
        @Nullable String mergedInto,
        Instant time,
        @Nullable StoryView story) {}
