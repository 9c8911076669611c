package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The story that came nearest among those an article is not in.
 *
 * @param storyId the story; the remaining one if it was merged, which may be the article's own
 * @param title its headline; absent, like the language, if it is not known here
 * @param language BCP-47 of the headline
 * @param similarity mean probability of telling one event with its articles, from 0 to 1
 * @param articleId its article that was nearest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunnerUpView(
        String storyId, @Nullable String title, @Nullable String language, double similarity, String articleId) {}
