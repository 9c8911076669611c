package news.parallax.gateway.story;

import java.util.List;
import news.parallax.gateway.page.TimeView;

/**
 * A report in the list of a story's page.
 *
 * @param article what the reader may see of it
 * @param href where its title leads; empty if its address cannot be linked
 * @param published when its outlet published it
 * @param modified when its outlet last changed it
 * @param original the outlet whose report it repeats, which is not in the list; empty if it is a report of its own
 * @param copies its copies; the first few
 * @param moreCopies how many there are beside those
 * @param why why it is in the story
 */
public record ArticleCard(
        ArticleView article,
        String href,
        TimeView published,
        TimeView modified,
        String original,
        List<CopyCard> copies,
        int moreCopies,
        WhyCard why) {
    /** How many copies of it the list has. */
    public int copyCount() {
        return copies.size() + moreCopies;
    }
}
