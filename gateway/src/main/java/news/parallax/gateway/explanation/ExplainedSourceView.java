package news.parallax.gateway.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.coverage.CoverageSourceView;
import news.parallax.gateway.source.AxisView;
import org.jspecify.annotations.Nullable;

/**
 * An outlet of a story and why it counts as it does.
 *
 * @param source the outlet, as it counts; its fields stand beside the others
 * @param held whether it leans so because the reader holds it so, whatever raters say
 * @param biasRatings how its bias comes about; absent if nobody rated it
 * @param factualityRatings how its factuality comes about; absent if nobody rated it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplainedSourceView(
        @JsonUnwrapped CoverageSourceView source,
        @Requires(Capability.BIAS) @Nullable Boolean held,
        @Requires(Capability.BIAS) @Nullable AxisView biasRatings,
        @Requires(Capability.FACTUALITY) @Nullable AxisView factualityRatings) {}
