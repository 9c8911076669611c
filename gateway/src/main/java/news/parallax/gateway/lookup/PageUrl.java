package news.parallax.gateway.lookup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of a page as a browser shows it.
 *
 * @param text absolute; with the fragment and the marks of those who passed it on
 */
record PageUrl(String text) {
    private static final Set<String> MARKS =
            Set.of("fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid");

    /** Addresses under which the article may be known, the likeliest first: it is without fragment, and without marks. */
    List<String> candidates() {
        String page = text.split("#", 2)[0];
        String[] parts = page.split("\\?", 2);
        if (parts.length == 1) {
            return List.of(page);
        }
        String query = Arrays.stream(parts[1].split("&"))
                .filter(parameter -> !mark(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return Stream.of(page, query.isEmpty() ? parts[0] : parts[0] + "?" + query)
                .distinct()
                .toList();
    }

    private static boolean mark(String name) {
        return name.startsWith("utm_") || MARKS.contains(name);
    }
}
