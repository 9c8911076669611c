package news.parallax.gateway.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import news.parallax.gateway.source.RatedSourceView;
import news.parallax.gateway.story.ArticleView;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page of the web.
 *
 * @param url the page
 * @param source its outlet
 * @param article the page as an article; absent if it is not known here
 * @param story the story that the article is in; absent as the article is
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookupView(
        String url,
        RatedSourceView source,
        @Nullable ArticleView article,
        @Nullable StoryView story,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
