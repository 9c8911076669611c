package news.parallax.gateway.desk;

import news.parallax.gateway.page.TimeView;

/**
 * A feed, for whoever runs the house.
 *
 * @param url where it is
 * @param sourceId its outlet
 * @param health new, healthy, silent, failing or gone
 * @param note what that means, in a sentence
 * @param due when it is fetched next
 */
record FeedCard(String url, String sourceId, String health, String note, TimeView due) {}
