package news.parallax.gateway.front;

import java.util.List;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.TotalsView;

/**
 * A list of stories as a page.
 *
 * @param first whether it is the first page, whose first story leads
 * @param cards the stories in order
 * @param moreHref where the list goes on; empty at its end
 * @param totals what the catalog holds
 */
record FrontPage(boolean first, List<StoryCard> cards, String moreHref, TotalsView totals) {
    /** The story that leads the first page; empty on later ones, and where there is none. */
    public List<StoryCard> lead() {
        return cards.stream().limit(leads()).toList();
    }

    /** The other stories, in order. */
    public List<StoryCard> others() {
        return cards.stream().skip(leads()).toList();
    }

    private int leads() {
        return first ? 1 : 0;
    }
}
