package news.parallax.catalog.source;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * The host of a page.
 *
 * @param name lowercase, in ASCII ("xn--…" for names in other scripts), without a dot at its end
 */
public record HostName(String name) {
    private static final Pattern VALID = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?)*");
    private static final Pattern ACCESS_PREFIX = Pattern.compile("^(www\\d?|m|mobile|amp)\\.(?=[^.]+\\.)");

    public HostName {
        name = ascii(name).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (!VALID.matcher(name).matches()) {
            throw new Invalid("DOMAIN_INVALID", "%s is no host name".formatted(name), Map.of("domain", name));
        }
    }

    /** Returns the host of an absolute http or https URL; URL_INVALID for anything else. */
    public static HostName ofUrl(String url) {
        try {
            URI parsed = new URI(url);
            String scheme = parsed.getScheme();
            String host = parsed.getHost();
            if (host != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
                return new HostName(host);
            }
        } catch (URISyntaxException e) {
            throw urlInvalid(url);
        }
        throw urlInvalid(url);
    }

    /** Returns the host without the prefix that only says how a page is read: www., m., mobile. or amp. */
    public HostName withoutAccessPrefix() {
        return new HostName(ACCESS_PREFIX.matcher(name).replaceFirst(""));
    }

    /** Returns the host and every domain above it, the longest first. */
    public List<String> suffixes() {
        List<String> suffixes = new ArrayList<>();
        for (int start = 0; start >= 0; start = next(start)) {
            suffixes.add(name.substring(start));
        }
        return suffixes;
    }

    private static String ascii(String name) {
        try {
            return name.chars().allMatch(letter -> letter < 128) ? name : IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return name; // which is no host name, and refused as one
        }
    }

    private int next(int start) {
        int dot = name.indexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }

    private static Invalid urlInvalid(String url) {
        return new Invalid("URL_INVALID", "%s is no absolute http or https URL".formatted(url), Map.of("url", url));
    }
}
