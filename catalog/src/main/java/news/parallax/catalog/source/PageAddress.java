package news.parallax.catalog.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page is, as far as that tells whose it is. A copy in an AMP cache is at its origin's address.
 *
 * @param segments of the path, as they are written in the URL; at most {@link #DEPTH_MAX}
 */
public record PageAddress(HostName host, List<String> segments) {
    /** Segments of a path that can tell sources apart. */
    static final int DEPTH_MAX = 8;

    private static final Pattern AMP_CACHE = Pattern.compile("(.+\\.)?(cdn\\.ampproject\\.org|bing-amp\\.com)");
    private static final Pattern AMP_VIEWER = Pattern.compile("(www\\.)?google\\.[a-z]{2,3}(\\.[a-z]{2})?");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public PageAddress {
        segments = segments.stream().limit(DEPTH_MAX).toList();
    }

    /** Returns the address of an absolute http or https URL; URL_INVALID for anything else. */
    public static PageAddress ofUrl(String url) {
        HostName host = HostName.ofUrl(url);
        List<String> segments = segments(url);
        return origin(host, segments).orElseGet(() -> new PageAddress(host, segments));
    }

    /** Returns the keys of the domains that it can belong to, the longest host first, and of that the longest path. */
    List<String> candidates() {
        List<String> candidates = new ArrayList<>();
        for (String suffix : host.suffixes()) {
            for (int depth = segments.size(); depth >= 0; depth--) {
                candidates.add(depth == 0 ? suffix : suffix + "/" + String.join("/", segments.subList(0, depth)));
            }
        }
        return candidates;
    }

    private static List<String> segments(String url) {
        try {
            String path = Optional.ofNullable(new URI(url).getRawPath()).orElse("");
            return Arrays.stream(path.split("/"))
                    .filter(segment -> !segment.isEmpty())
                    .toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e); // it has a host, so it was read before
        }
    }

    /** Returns where a copy in a cache comes from: /c/s/host/path, /amp/s/host/path; the s says https and may be missing. */
    private static Optional<PageAddress> origin(HostName host, List<String> segments) {
        boolean copied = AMP_CACHE.matcher(host.name()).matches()
                || AMP_VIEWER.matcher(host.name()).matches()
                        && segments.stream().limit(1).anyMatch("amp"::equals);
        if (!copied) {
            return Optional.empty();
        }
        List<String> rest = segments.stream()
                .skip(1)
                .dropWhile(segment -> segment.equals("s"))
                .toList();
        return rest.stream()
                .findFirst()
                .filter(first -> DOMAIN.matcher(first).matches())
                .map(first -> new PageAddress(new HostName(first), rest.subList(1, rest.size())));
    }
}
