package news.parallax.gateway.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnershipLabel;
import org.jspecify.annotations.Nullable;

/**
 * How outlets split, on one basis.
 *
 * @param sourceCount all outlets, rated or not
 * @param ratedSourceCount outlets with a bias rating
 * @param bias by bias
 * @param gap set if one side hardly covers the story
 * @param factuality by factuality, best first; values without outlets are left out
 * @param ownership by category of an owner; an outlet with owners of two categories counts in both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SplitView(
        int sourceCount,
        int ratedSourceCount,
        @Requires(Capability.BIAS) @Nullable BiasView bias,
        @Requires(Capability.BIAS) @Nullable GapView gap,
        @Requires(Capability.FACTUALITY) @Nullable List<CountView<FactualityLabel>> factuality,
        @Requires(Capability.OWNERSHIP) @Nullable List<CountView<OwnershipLabel>> ownership) {}
