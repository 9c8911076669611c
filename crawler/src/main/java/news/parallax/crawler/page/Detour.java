package news.parallax.crawler.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Addresses that only lead to another one that they contain: counters of clicks, mirrors of AMP pages, AMP and mobile
 * forms of a site's own pages. Nothing is fetched; what an address does not say itself stays as it is.
 */
final class Detour {

    /** Hosts (and all below) of which one parameter is the address led to. */
    private static final Map<String, Set<String>> REDIRECTORS = Map.ofEntries(
            Map.entry("l.facebook.com", Set.of("u")),
            Map.entry("lm.facebook.com", Set.of("u")),
            Map.entry("l.instagram.com", Set.of("u")),
            Map.entry("l.threads.net", Set.of("u")),
            Map.entry("news.google.com", Set.of("url")),
            Map.entry("news.url.google.com", Set.of("url", "q")),
            Map.entry("t.umblr.com", Set.of("z")),
            Map.entry("out.reddit.com", Set.of("url")),
            Map.entry("vk.com", Set.of("to")),
            Map.entry("away.vk.com", Set.of("to")),
            Map.entry("slack-redir.net", Set.of("url")),
            Map.entry("youtube.com", Set.of("q")),
            Map.entry("linkedin.com", Set.of("url")),
            Map.entry("go.redirectingat.com", Set.of("url")),
            Map.entry("go.skimresources.com", Set.of("url")),
            Map.entry("click.linksynergy.com", Set.of("murl")),
            Map.entry("anrdoezrs.net", Set.of("url")),
            Map.entry("safelinks.protection.outlook.com", Set.of("url")),
            Map.entry("steamcommunity.com", Set.of("url")),
            Map.entry("disq.us", Set.of("url")),
            Map.entry("bing.com", Set.of("url")),
            Map.entry("duckduckgo.com", Set.of("uddg")),
            Map.entry("curator.io", Set.of("url")));

    /** Paths at which a host above redirects; everything else of such a site is its own. */
    private static final Pattern REDIRECT_PATH = Pattern.compile(
            "(?i)^/(?:$|url$|l\\.php|l/?$|redirect|redir|away(?:\\.php)?|news/url|deeplink|linkfilter/?|link/?$|links/|news/apiclick\\.aspx|safety/go|t3_)");

    private static final Pattern GOOGLE = Pattern.compile("^(?:www\\.|m\\.)?google\\.[a-z]{2,3}(?:\\.[a-z]{2})?$");
    private static final String AMP_CACHE = ".cdn.ampproject.org";
    private static final Pattern AMP_CACHE_PATH = Pattern.compile("^/[a-z]/(s/)?([^/]+\\..*)$");
    private static final Pattern GOOGLE_AMP_PATH = Pattern.compile("^/amp/(s/)?([^/]+\\..*)$");

    /** "/amp" at the end, "/amp.html", ".amp", ".amp.html": the whole last step names the form. */
    private static final Pattern AMP_END = Pattern.compile("(?i)(/amp/?|/amp\\.html?|\\.amp(\\.html?)?)$");

    /** The step before must look like an article's own, for "/guitar/amp" is about amplifiers. */
    private static final Pattern SLUG = Pattern.compile("[^/]*(?:\\d|-)[^/]*-?[^/]*$");

    private static final Set<String> AMP_FLAGS = Set.of("amp", "outputtype", "output", "view", "usqp", "amp_js_v");

    private Detour() {}

    /** The address that this one leads to; itself if it leads nowhere. */
    static HttpUrl end(HttpUrl url) {
        return redirected(url).or(() -> mirrored(url)).orElseGet(() -> withoutAmp(url));
    }

    private static Optional<HttpUrl> redirected(HttpUrl url) {
        if (GOOGLE.matcher(url.host()).matches() && url.encodedPath().equals("/url")) {
            return target(url, Set.of("url", "q"));
        }
        if (!REDIRECT_PATH.matcher(url.encodedPath()).find()) {
            return Optional.empty();
        }
        return REDIRECTORS.entrySet().stream()
                .filter(entry -> url.host().equals(entry.getKey()) || url.host().endsWith("." + entry.getKey()))
                .findFirst()
                .flatMap(entry -> target(url, entry.getValue()));
    }

    private static Optional<HttpUrl> target(HttpUrl url, Set<String> parameters) {
        return parameters.stream()
                .flatMap(name -> Stream.ofNullable(url.queryParameter(name)))
                .flatMap(value -> Stream.ofNullable(HttpUrl.parse(value)))
                .findFirst();
    }

    /** Google's copies hold the address in their path; an s before it means https. */
    private static Optional<HttpUrl> mirrored(HttpUrl url) {
        Pattern form = url.host().endsWith(AMP_CACHE)
                ? AMP_CACHE_PATH
                : GOOGLE.matcher(url.host()).matches() ? GOOGLE_AMP_PATH : null;
        if (form == null) {
            return Optional.empty();
        }
        String rest = url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
        var matcher = form.matcher(rest);
        return matcher.matches()
                ? Optional.ofNullable(
                        HttpUrl.parse((matcher.group(1) == null ? "http://" : "https://") + matcher.group(2)))
                : Optional.empty();
    }

    /** The page that an AMP page of the same site is a form of, where the address alone says so. */
    private static HttpUrl withoutAmp(HttpUrl url) {
        HttpUrl.Builder builder = url.newBuilder();
        String path = url.encodedPath();
        String plain = AMP_END.matcher(path).replaceFirst("");
        if (!plain.equals(path) && SLUG.matcher(plain).find()) {
            builder.encodedPath(
                    path.endsWith(".html") && !plain.endsWith(".html") && path.contains(".amp.")
                            ? plain + ".html"
                            : path.endsWith("/amp/") ? plain + "/" : plain);
        }
        for (String name : url.queryParameterNames()) {
            boolean flag = name.equalsIgnoreCase("amp")
                    || AMP_FLAGS.contains(name.toLowerCase(Locale.ROOT))
                            && url.queryParameterValues(name).stream()
                                    .allMatch(value -> value != null && value.equalsIgnoreCase("amp"));
            if (flag) {
                builder.removeAllQueryParameters(name);
            }
        }
        return builder.build();
    }
}
