package news.parallax.gateway.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnerView;
import news.parallax.gateway.rating.OwnershipLabel;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * One outlet behind a split.
 *
 * @param id its main domain
 * @param name as readers know it
 * @param country ISO 3166-1 alpha-2; empty if not known
 * @param bias the mean of its raters
 * @param side the side the bias counts with
 * @param factuality the mean of its raters
 * @param owners most direct first
 * @param ownerCategories categories of its owners that it counts in; empty if not known
 * @param articleIds its articles in the story, earliest first
 * @param independent whether it has a report of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageSourceView(
        String id,
        String name,
        String country,
        @Requires(Capability.BIAS) @Nullable BiasLabel bias,
        @Requires(Capability.BIAS) @Nullable SideLabel side,
        @Requires(Capability.FACTUALITY) @Nullable FactualityLabel factuality,
        @Requires(Capability.OWNERSHIP) @Nullable List<OwnerView> owners,
        @Requires(Capability.OWNERSHIP) @Nullable List<OwnershipLabel> ownerCategories,
        List<String> articleIds,
        boolean independent) {}
