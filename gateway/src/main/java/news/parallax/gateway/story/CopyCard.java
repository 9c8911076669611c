package news.parallax.gateway.story;

import news.parallax.gateway.page.TimeView;

/**
 * A copy under its report on a story's page.
 *
 * @param article what the reader may see of it
 * @param href where it leads; empty if its address cannot be linked
 * @param published when its outlet published it
 */
public record CopyCard(ArticleView article, String href, TimeView published) {}
