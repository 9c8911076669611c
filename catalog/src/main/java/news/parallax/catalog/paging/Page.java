package news.parallax.catalog.paging;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextToken leads to the next page; empty at the end
 */
public record Page<T>(List<T> items, String nextToken) {
    public Page {
        items = List.copyOf(items);
    }
}
