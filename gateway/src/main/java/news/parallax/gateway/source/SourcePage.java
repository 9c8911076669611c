package news.parallax.gateway.source;

import java.util.List;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.story.StoryCard;

/**
 * Everything on an outlet's page, cut to what the reader may see.
 *
 * @param source the outlet
 * @param biasRatings by rater; empty if there is none or the reader may not see them
 * @param factualityRatings by rater; empty if there is none or the reader may not see them
 * @param stories stories it has an article in, latest first
 * @param moreHref where the stories go on; empty at their end
 */
record SourcePage(
        RatedSourceView source,
        List<RatingCard> biasRatings,
        List<RatingCard> factualityRatings,
        List<StoryCard> stories,
        String moreHref) {

    /** Whether the reader may see owners, known or not. */
    public boolean showsOwners() {
        return source.owners() != null;
    }

    /** Name of the least plan that has a capability which the reader lacks. */
    public String planFor(String capability) {
        return ReaderPlan.of(source.locked().getOrDefault(capability, "free")).text();
    }
}
