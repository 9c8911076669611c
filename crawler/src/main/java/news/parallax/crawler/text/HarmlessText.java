package news.parallax.crawler.text;

import java.util.regex.Pattern;

/**
 * Makes plain text safe even where somebody takes it for markup, as readers of feeds do: what would open a tag, a comment or
 * a declaration shows an angle quotation mark in its place. Such text comes from pages that show code, and from attacks.
 */
public final class HarmlessText {

    private static final Pattern OPENS_MARKUP = Pattern.compile("<(?=[a-zA-Z/!?])");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]");

    private static final Pattern HTTP = Pattern.compile("(?i)https?://[^\\s\"<>]+");

    private HarmlessText() {}

    /** Returns the text without control characters (but line ends and tabs), in which nothing opens markup. */
    public static String of(String text) {
        String plain = CONTROL.matcher(text).replaceAll("");
        return plain.indexOf('<') < 0 ? plain : OPENS_MARKUP.matcher(plain).replaceAll("\u2039");
    }

    /** Returns an absolute URL without its fragment, which may hold anything, if it is http or https; empty otherwise. */
    public static String url(String url) {
        String withoutFragment = url.split("#", 2)[0];
        return HTTP.matcher(withoutFragment).matches() ? withoutFragment : "";
    }
}
