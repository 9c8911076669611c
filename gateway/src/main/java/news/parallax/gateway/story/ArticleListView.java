package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the articles of a story.
 *
 * @param storyId the story
 * @param articles in the order that was asked for
 * @param nextCursor where the next page starts; null at the end
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
public record ArticleListView(
        String storyId,
        List<ArticleView> articles,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
