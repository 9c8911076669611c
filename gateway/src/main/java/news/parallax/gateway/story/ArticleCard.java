package news.parallax.gateway.story;

import news.parallax.gateway.page.TimeView;

/**
 * An article in the list of a story's page.
 *
 * @param article what the reader may see of it
 * @param href where its title leads; empty if its address cannot be linked
 * @param published when its outlet published it
 * @param modified when its outlet last changed it
 * @param original the outlet whose report it repeats; empty if it is a report of its own, or that is on another page
 * @param why why it is in the story
 */
public record ArticleCard(
        ArticleView article, String href, TimeView published, TimeView modified, String original, WhyCard why) {}
