package news.parallax.gateway.page;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a reader goes on after a form: always a page of ours, whatever the form says. */
public final class LocalPath {
    private static final int LENGTH_LIMIT = 2_000;

    private LocalPath() {}

    /** Returns the path with its query if it is one of this site, else the front page. */
    public static String of(@Nullable String next) {
        return next != null && local(next) ? next : "/";
    }

    private static boolean local(String path) {
        return path.length() <= LENGTH_LIMIT
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c != '\\' && c < 127)
                && parses(path);
    }

    private static boolean parses(String path) {
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
