package news.parallax.gateway.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * A subject, who covers it most, and its stories.
 *
 * @param subject the subject; its fields stand beside the others
 * @param sources the outlets with most stories about it, most first; at most 20
 * @param countedStoryCount over how many stories they were counted: the latest about it
 * @param stories a page of the stories about it
 * @param nextCursor where the next page of them starts; null at the end
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectDetailsView(
        @JsonUnwrapped SubjectRecordView subject,
        List<SubjectSourceView> sources,
        int countedStoryCount,
        List<StoryView> stories,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
