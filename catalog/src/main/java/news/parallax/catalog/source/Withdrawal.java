package news.parallax.catalog.source;

import java.time.Instant;
import java.util.Set;

/**
 * That a rater says no more of a source than this; what was said before and is not named ends.
 *
 * @param sourceId id or a domain of the source
 * @param axes on which there still is a rating
 * @param flags that are still given
 * @param time what was said later stays
 */
public record Withdrawal(String sourceId, String raterId, Set<String> axes, Set<String> flags, Instant time) {}
