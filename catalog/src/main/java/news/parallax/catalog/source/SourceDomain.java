package news.parallax.catalog.source;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * A part of the web that is a source. Written "harbor.example", "harbor.example/sport" (only the pages below that path) or
 * "=blog.example" (not the hosts below it).
 *
 * @param path segments joined by slashes, none at its ends; empty for all pages
 * @param exact whether hosts below it are none of it
 */
public record SourceDomain(HostName host, String path, boolean exact) {
    private static final Pattern PATH = Pattern.compile("([^\\s\\p{Cntrl}/?#]+(/[^\\s\\p{Cntrl}/?#]+)*)?");
    private static final int PATH_LENGTH_MAX = 200;

    public SourceDomain {
        boolean valid = PATH.matcher(path).matches()
                && path.length() <= PATH_LENGTH_MAX
                && Arrays.stream(path.split("/")).count() <= PageAddress.DEPTH_MAX;
        if (!valid) {
            throw new Invalid(
                    "DOMAIN_INVALID",
                    "%s/%s is no domain with a path".formatted(host.name(), path),
                    Map.of("domain", host.name() + "/" + path));
        }
    }

    /** Reads the written form; DOMAIN_INVALID if it is none. A slash at the end is ignored. */
    public static SourceDomain of(String written) {
        boolean exact = written.startsWith("=");
        String domain = exact ? written.substring(1) : written;
        int slash = domain.indexOf('/');
        return slash < 0
                ? new SourceDomain(new HostName(domain), "", exact)
                : new SourceDomain(
                        new HostName(domain.substring(0, slash)),
                        domain.substring(slash + 1).replaceFirst("/$", ""),
                        exact);
    }

    /** Returns host and path; no two domains of the catalog have the same. */
    public String key() {
        return path.isEmpty() ? host.name() : host.name() + "/" + path;
    }

    /** Returns the written form. */
    public String written() {
        return exact ? "=" + key() : key();
    }
}
