package news.parallax.gateway.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of feeds.
 *
 * @param cards the feeds
 * @param nextCursor where the list goes on; null at its end
 */
record FeedCards(List<FeedCard> cards, @Nullable String nextCursor) {}
