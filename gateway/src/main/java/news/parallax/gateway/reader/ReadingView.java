package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader read.
 *
 * @param storyId the story
 * @param storyTitle its headline now
 * @param articleId the article; absent if it was the story's own page
 * @param articleTitle its title; absent if there is none
 * @param sourceId its outlet; absent if it was the story's own page
 * @param readTime when it was last read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingView(
        String storyId,
        String storyTitle,
        @Nullable String articleId,
        @Nullable String articleTitle,
        @Nullable String sourceId,
        Instant readTime) {}
