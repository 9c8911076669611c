package news.parallax.gateway.story;

import java.util.List;
import news.parallax.gateway.coverage.CoverageSourceView;
import news.parallax.gateway.rating.BiasLabel;

/**
 * The outlets of a story at one step of the bias scale.
 *
 * @param bias the step
 * @param outlets by name
 */
public record OutletGroup(BiasLabel bias, List<CoverageSourceView> outlets) {}
