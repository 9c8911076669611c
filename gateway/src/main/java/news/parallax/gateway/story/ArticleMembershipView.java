package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is in its story, with the comparisons behind that.
 *
 * @param articleId the article
 * @param storyId its story
 * @param copyOf id of the article whose text it repeats; absent for a report of its own
 * @param membership how like it is to the story; its fields stand beside the others
 * @param explanation the comparisons; absent if they were not kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleMembershipView(
        String articleId,
        String storyId,
        @Nullable String copyOf,
        @JsonUnwrapped MembershipView membership,
        @Nullable ExplanationView explanation) {}
