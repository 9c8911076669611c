package news.parallax.catalog.story;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.coverage.GapRule;

/** The rule for coverage gaps as it is set. */
@Singleton
public class GapRuleSettings {
    @Produces
    @Singleton
    GapRule rule(CatalogConfig config) {
        CatalogConfig.Gap gap = config.gap();
        return new GapRule(gap.ratedSourcesMin(), gap.sidePercentMax(), gap.differenceMin(), gap.factualSourcesMin());
    }
}
