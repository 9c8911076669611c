package news.parallax.gateway.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of which articles are in which story, other than by new articles.
 *
 * @param id ascends in order of the changes
 * @param kind merged, split, articles-moved, articles-pinned or articles-unpinned
 * @param time when
 * @param by machine or editor; editors are not named
 * @param reason why, in words; empty if none was given
 * @param storyId the story that remained, was split, or received the articles
 * @param otherStoryIds those that were merged into it, the new one, or those that the articles came from
 * @param articleIds the articles that changed their story; at most 1,000 of them
 * @param articleCount how many did
 * @param counts what the change did to the number of articles of each story
 * @param undoes the event that this one undoes; absent if it is no undo
 * @param undoneBy the event that undid this one; absent if none did
 * @param partOf the event that this one is a part of; absent if it stands alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryEventView(
        String id,
        String kind,
        Instant time,
        String by,
        String reason,
        String storyId,
        List<String> otherStoryIds,
        List<String> articleIds,
        int articleCount,
        List<ArticleCountView> counts,
        @Nullable String undoes,
        @Nullable String undoneBy,
        @Nullable String partOf) {}
