package news.parallax.catalog.paging;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * Which page of a list.
 *
 * @param size items, from 1 to {@link #SIZE_MAX}
 * @param after key of the last item of the page before; empty for the first page
 * @param fingerprint of order and filter, so that a token of another list is refused
 */
public record PageRequest(int size, List<String> after, String fingerprint) {
    public static final int SIZE_DEFAULT = 50;
    public static final int SIZE_MAX = 200;

    public PageRequest {
        after = List.copyOf(after);
    }

    /**
     * Reads what the caller sent.
     *
     * @param keyLength values in a key
     * @param filter order and filter of the list
     */
    public static PageRequest of(int pageSize, String pageToken, int keyLength, Object... filter) {
        if (pageSize < 0) {
            throw new Invalid(
                    "PAGE_SIZE_INVALID",
                    "page_size is %d, which is negative".formatted(pageSize),
                    Map.of("page_size", String.valueOf(pageSize)));
        }
        int size = pageSize == 0 ? SIZE_DEFAULT : Math.min(pageSize, SIZE_MAX);
        String fingerprint = PageToken.fingerprint(filter);
        return new PageRequest(size, PageToken.read(pageToken, fingerprint, keyLength), fingerprint);
    }

    /** Returns everything of a list, page by page. */
    public static <T> Stream<T> all(int keyLength, Function<PageRequest, Page<T>> list) {
        Stream.Builder<T> items = Stream.builder();
        String token = "";
        do {
            Page<T> page = list.apply(of(SIZE_MAX, token, keyLength));
            page.items().forEach(items);
            token = page.nextToken();
        } while (!token.isEmpty());
        return items.build();
    }

    public boolean first() {
        return after.isEmpty();
    }

    /** Returns how many rows to fetch: one more than the page, to see whether another page follows. */
    public int fetchSize() {
        return size + 1;
    }

    /** Cuts fetched rows to the page, with the token of the next one if there are more. */
    public <T> Page<T> page(List<T> fetched, Function<T, List<String>> key) {
        if (fetched.size() <= size) {
            return new Page<>(fetched, "");
        }
        List<T> items = fetched.subList(0, size);
        return new Page<>(items, PageToken.write(fingerprint, key.apply(items.getLast())));
    }
}
