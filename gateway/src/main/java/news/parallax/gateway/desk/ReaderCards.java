package news.parallax.gateway.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of readers.
 *
 * @param cards the readers, the latest added first
 * @param nextCursor where the list goes on; null at its end
 */
record ReaderCards(List<ReaderCard> cards, @Nullable String nextCursor) {}
