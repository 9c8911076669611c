package news.parallax.gateway.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.SplitView;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnershipLabel;
import org.jspecify.annotations.Nullable;

/**
 * Why a story splits as it does.
 *
 * @param storyId the story
 * @param basis which outlets are counted
 * @param asOfTime when the story came to be covered so
 * @param split how they split; its fields stand beside the others
 * @param rules how outlets are counted and shares are rounded, in sentences
 * @param biasNumbers the outlets at each step, and those that are unrated
 * @param factualityNumbers the outlets of each factuality
 * @param ownershipNumbers the outlets with an owner of each category
 * @param sources a page of the outlets, by id, with the ratings behind each
 * @param nextCursor where the next page of them starts; null at the end
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SplitExplanationView(
        String storyId,
        BasisLabel basis,
        @Nullable Instant asOfTime,
        @JsonUnwrapped SplitView split,
        List<String> rules,
        @Requires(Capability.BIAS) @Nullable List<NumberView<BiasLabel>> biasNumbers,
        @Requires(Capability.FACTUALITY) @Nullable List<NumberView<FactualityLabel>> factualityNumbers,
        @Requires(Capability.OWNERSHIP) @Nullable List<NumberView<OwnershipLabel>> ownershipNumbers,
        List<ExplainedSourceView> sources,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
