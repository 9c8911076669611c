package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page of the web, as an assistant is told it.
 *
 * @param url the page
 * @param title of the article; absent if the page is not known here
 * @param source its outlet
 * @param story the story that the article is in; absent as the title is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookupAnswerView(
        String url,
        @Nullable String title,
        SourceAnswerView source,
        @Nullable StoryAnswerView story) {}
