package news.parallax.catalog.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which stories.
 *
 * @param any of each list of facets one is enough
 * @param all facets that have to be there
 * @param from stories with news then or later
 * @param to stories that began before
 * @param sourcesMin stories with at least so many sources
 */
record SearchFilter(
        List<List<String>> any, List<String> all, Optional<Instant> from, Optional<Instant> to, int sourcesMin) {
    SearchFilter {
        any = any.stream().map(List::copyOf).toList();
        all = List.copyOf(all);
    }
}
