package news.parallax.gateway.front;

import java.util.List;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.TotalsView;

/**
 * A list of stories as a page.
 *
 * @param heading what the list is
 * @param first whether it is the first page, whose first story leads
 * @param cards the stories in order
 * @param moreHref where the list goes on; empty at its end
 * @param totals what the catalog holds
 */
record FrontPage(String heading, boolean first, List<StoryCard> cards, String moreHref, TotalsView totals) {}
