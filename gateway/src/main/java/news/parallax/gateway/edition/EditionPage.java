package news.parallax.gateway.edition;

import java.util.List;
import news.parallax.gateway.story.StoryCard;

/**
 * Everything on the page of an edition.
 *
 * @param all every edition
 * @param code of this one
 * @param country whether it is that of a country, not of a language
 * @param first whether it is the first page, whose first story leads
 * @param cards the stories in order
 * @param moreHref where the list goes on; empty at its end
 */
record EditionPage(
        EditionListView all, String code, boolean country, boolean first, List<StoryCard> cards, String moreHref) {}
