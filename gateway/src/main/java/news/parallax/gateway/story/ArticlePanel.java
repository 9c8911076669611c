package news.parallax.gateway.story;

import java.util.List;

/**
 * The articles on a story's page.
 *
 * @param cards the reports that are chosen, with their copies
 * @param chosenCount articles that are chosen, on this page or another
 * @param form what else can be chosen
 * @param tabs all, and each side; only all if the reader may not see sides
 * @param moreHref where the list goes on; empty at its end
 * @param searchedCount so many of the latest were looked at, if the story has more; 0 if all were
 */
public record ArticlePanel(
        List<ArticleCard> cards,
        int chosenCount,
        FilterForm form,
        List<Tab> tabs,
        String moreHref,
        int searchedCount) {}
