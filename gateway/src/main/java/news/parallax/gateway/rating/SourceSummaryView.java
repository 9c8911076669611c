package news.parallax.gateway.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import org.jspecify.annotations.Nullable;

/**
 * The outlet of an article.
 *
 * @param id its main domain
 * @param name as readers know it
 * @param country ISO 3166-1 alpha-2; empty if not known
 * @param bias the mean of its raters
 * @param side the side the bias counts with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceSummaryView(
        String id,
        String name,
        String country,
        @Requires(Capability.BIAS) @Nullable BiasLabel bias,
        @Requires(Capability.BIAS) @Nullable SideLabel side) {}
