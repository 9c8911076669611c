package news.parallax.gateway.desk;

import java.time.Instant;
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
record FeedCard(String url, String sourceId, String health, String note, TimeView due) {
    static FeedCard of(DeskFeedView view, Instant now) {
        return new FeedCard(view.url(), view.sourceId(), view.health(), view.note(), TimeView.of(view.dueTime(), now));
    }
}
