package news.parallax.catalog.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which stories.
 *
 * @param any of each list of facets one is enough
 * @param all facets that have to be there
 * @param from stories with news then or later
 * @param to stories that began before
 * @param sourcesMin stories with at least so many sources
 * @param followedOnly stories of what the reader follows
 */
record SearchFilter(
        List<List<String>> any,
        List<String> all,
        Optional<Instant> from,
        Optional<Instant> to,
        int sourcesMin,
        boolean followedOnly) {
    SearchFilter {
        any = any.stream().map(List::copyOf).toList();
        all = List.copyOf(all);
    }

    /** Returns the same filter for stories that also have one of these facets. */
    SearchFilter of(List<String> facets) {
        return new SearchFilter(
                Stream.concat(any.stream(), Stream.of(facets)).toList(), all, from, to, sourcesMin, followedOnly);
    }
}
