package news.parallax.gateway.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who covers a story.
 *
 * @param storyId the story
 * @param basis which outlets are counted and listed
 * @param asOfTime when the story came to be covered so
 * @param split how they split; its fields stand beside the others, as in a story
 * @param independent how the outlets with a report of their own split
 * @param sources the outlets behind the numbers, left to right, then unrated, by name; by name alone without bias
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageView(
        String storyId,
        BasisLabel basis,
        @Nullable Instant asOfTime,
        @JsonUnwrapped SplitView split,
        SplitView independent,
        List<CoverageSourceView> sources,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {
    /** Returns the same with outlets in an order that tells nothing of how they lean. */
    public CoverageView byName() {
        List<CoverageSourceView> sorted = sources.stream()
                .sorted(Comparator.comparing(CoverageSourceView::name).thenComparing(CoverageSourceView::id))
                .toList();
        return new CoverageView(storyId, basis, asOfTime, split, independent, sorted, locked);
    }
}
