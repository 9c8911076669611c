package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A reader's report of a wrong grouping.
 *
 * @param id of the report
 * @param kind wrong-article, same-story or other
 * @param storyId the story now
 * @param storyTitle its headline
 * @param articleId the article; absent if none was named
 * @param articleTitle its title; absent if none was named
 * @param otherStoryId the story that tells the same; absent if none was named
 * @param otherStoryTitle its headline; absent if none was named
 * @param text what the reader says; absent if nothing
 * @param createTime when it came
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GroupingReportView(
        String id,
        String kind,
        String storyId,
        String storyTitle,
        String articleId,
        String articleTitle,
        String otherStoryId,
        String otherStoryTitle,
        String text,
        Instant createTime) {}
