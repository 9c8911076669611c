package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.coverage.SplitView;
import org.jspecify.annotations.Nullable;

/**
 * One event, as told by all articles that report it.
 *
 * @param id stable
 * @param title the title of one of its articles
 * @param titleArticleId that article
 * @param language BCP-47 language of the title; empty if not known
 * @param summary at most three points
 * @param articleCount articles in it
 * @param split how its outlets split; its fields stand beside the others
 * @param independent how the outlets with a report of their own split
 * @param publishTime publication of its earliest article
 * @param updateTime publication or change of its latest article
 * @param details what it tells beside its summary; absent in lists
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryView(
        String id,
        String title,
        String titleArticleId,
        String language,
        List<PointView> summary,
        int articleCount,
        @JsonUnwrapped SplitView split,
        SplitView independent,
        @Nullable Instant publishTime,
        @Nullable Instant updateTime,
        @Nullable DetailsView details,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {
    /** Returns the story as its outlets split at another moment. */
    public StoryView with(SplitView then, SplitView independentThen) {
        return new StoryView(
                id,
                title,
                titleArticleId,
                language,
                summary,
                articleCount,
                then,
                independentThen,
                publishTime,
                updateTime,
                details,
                locked);
    }
}
