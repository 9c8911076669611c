package news.parallax.crawler.page;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** How the site behind a page calls itself; tells the outlet's name from headlines and from names of people. */
final class Outlet {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_CORE = 4;
    private static final int MOST_WORDS = 4;

    private final String name;
    private final Set<String> folded = new LinkedHashSet<>();
    private final String core;

    private Outlet(String name, String core) {
        this.name = name;
        this.core = core;
    }

    static Outlet of(PageMetadata meta, HttpUrl url) {
        String domain = Site.of(url).domain();
        String name = meta.jsonLd("publisher");
        String shown = meta.meta("og:site_name", "application-name", "apple-mobile-web-app-title", "article:publisher");
        boolean stated = !name.isEmpty() && !name.startsWith("http");
        String publisher = stated ? name : shown.startsWith("http") ? "" : shown;
        Outlet outlet = new Outlet(publisher, fold(domain.replaceFirst("\\..*$", "")));
        outlet.add(publisher);
        outlet.add(domain);
        outlet.add("www." + domain);
        outlet.add(url.host());
        meta.metas(
                        "og:site_name",
                        "application-name",
                        "apple-mobile-web-app-title",
                        "dc.publisher",
                        "publisher",
                        "copyright",
                        "twitter:site",
                        "twitter:app:name:iphone",
                        "al:ios:app_name")
                .forEach(outlet::add);
        return outlet;
    }

    private void add(String stated) {
        String text = fold(stated);
        if (!text.isEmpty()) {
            folded.add(text);
        }
    }

    /** The outlet's name as the page states it; empty if it does not. */
    String name() {
        return name;
    }

    /** Whether a text is one of the names of the site and nothing else. */
    boolean isNamed(String text) {
        String bare = fold(text);
        return folded.contains(bare)
                || bare.equals(core)
                || folded.stream().anyMatch(known -> sameButArticle(known, bare));
    }

    private static boolean sameButArticle(String known, String bare) {
        return bare.length() >= SHORTEST_CORE
                && known.length() >= SHORTEST_CORE
                && known.length() - bare.length() <= 4
                && bare.length() - known.length() <= 4
                && (known.endsWith(bare) || bare.endsWith(known));
    }

    /** Whether a part of a title names the site, perhaps with a section or a slogan: "SPIEGEL Politik". */
    boolean isNamedIn(String part) {
        String bare = fold(part);
        return bare.isEmpty()
                || isNamed(part)
                || wordCount(part) <= MOST_WORDS
                        && core.length() >= SHORTEST_CORE
                        && (bare.startsWith(core) || bare.endsWith(core))
                || wordCount(part) <= 2 * MOST_WORDS
                        && folded.stream()
                                .anyMatch(known -> known.length() > 2 * SHORTEST_CORE && bare.startsWith(known));
    }

    private static int wordCount(String text) {
        return NO_WORD.split(text.strip()).length;
    }

    /** Letters and digits only, in lowercase. */
    static String fold(String text) {
        return NO_WORD.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
