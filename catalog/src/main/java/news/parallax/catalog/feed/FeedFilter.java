package news.parallax.catalog.feed;

import java.util.Optional;
import java.util.Set;

/**
 * Which feeds are listed.
 *
 * @param healths empty means all
 * @param errors empty means all
 */
record FeedFilter(Set<FeedHealth> healths, Set<FetchError> errors, Optional<String> sourceId) {}
