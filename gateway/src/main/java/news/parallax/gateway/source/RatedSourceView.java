package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnerView;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * An outlet with its ratings and owners.
 *
 * @param id its main domain
 * @param name as readers know it
 * @param country ISO 3166-1 alpha-2; empty if not known
 * @param language BCP-47; empty if not known
 * @param domains every host that is this outlet
 * @param bias the mean of its raters
 * @param side the side the bias counts with
 * @param biasRatings the ratings behind it
 * @param factuality the mean of its raters
 * @param factualityRatings the ratings behind it
 * @param owners most direct first
 * @param articleCount its articles here
 * @param storyCount stories it has an article in
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatedSourceView(
        String id,
        String name,
        String country,
        String language,
        List<String> domains,
        @Requires(Capability.BIAS) @Nullable BiasLabel bias,
        @Requires(Capability.BIAS) @Nullable SideLabel side,
        @Requires(Capability.BIAS) @Nullable List<RatingView<BiasLabel>> biasRatings,
        @Requires(Capability.FACTUALITY) @Nullable FactualityLabel factuality,
        @Requires(Capability.FACTUALITY) @Nullable List<RatingView<FactualityLabel>> factualityRatings,
        @Requires(Capability.OWNERSHIP) @Nullable List<OwnerView> owners,
        int articleCount,
        int storyCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
