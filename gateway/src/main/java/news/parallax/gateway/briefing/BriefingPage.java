package news.parallax.gateway.briefing;

import java.util.List;
import news.parallax.gateway.story.StoryCard;

/**
 * Everything on the page of a day.
 *
 * @param briefing the day
 * @param cards its stories
 * @param gaps those that one side hardly covers
 * @param next the day after it; empty if that has not begun
 */
record BriefingPage(BriefingView briefing, List<StoryCard> cards, List<StoryCard> gaps, String next) {
    /** The day before it. */
    public String previous() {
        return briefing.date().minusDays(1).toString();
    }
}
