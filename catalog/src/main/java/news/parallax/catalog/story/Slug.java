package news.parallax.catalog.story;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A headline as it stands in an address: lowercase words of a–z and 0–9, joined by hyphens. Other scripts are written in
 * Latin letters by ICU, by the rules of their language where it has any (BGN/PCGN tables, German ä as ae), else by those of
 * the script.
 */
final class Slug {
    private static final int LENGTH_MAX = 80;
    private static final String ANY = "Any-Latin; Latin-ASCII";
    private static final Set<String> KNOWN =
            Collections.unmodifiableSet(new HashSet<>(Collections.list(Transliterator.getAvailableIDs())));
    private static final Map<String, Transliterator> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Slug() {}

    /**
     * Returns at most 80 characters, whole words unless the first is longer; empty if nothing can be written so.
     *
     * @param language of the headline, BCP-47; empty if not known
     */
    static String of(String title, String language) {
        Locale locale = Locale.forLanguageTag(language);
        if (locale.getLanguage().equals("ja") && title.codePoints().anyMatch(Slug::isHan)) {
            // ICU would read the characters as Chinese
            return "";
        }
        String lower = title.toLowerCase(locale);
        String latin = isAscii(lower)
                ? lower
                : BY_LANGUAGE.computeIfAbsent(locale.getLanguage(), Slug::rules).transliterate(lower);
        return cut(latin.toLowerCase(Locale.ROOT).replaceAll("['’ʹʺ]", "").replaceAll("[^a-z0-9]+", "-"));
    }

    private static Transliterator rules(String language) {
        String table = "%s-%s_Latn/BGN".formatted(language, language);
        String own = language.equals("de") ? "de-ASCII; " : KNOWN.contains(table) ? table + "; " : "";
        return Transliterator.getInstance(own + ANY);
    }

    private static String cut(String words) {
        String trimmed = words.replaceAll("^-|-$", "");
        if (trimmed.length() <= LENGTH_MAX) {
            return trimmed;
        }
        int end = trimmed.lastIndexOf('-', LENGTH_MAX);
        return trimmed.substring(0, end > 0 ? end : LENGTH_MAX);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static boolean isHan(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }
}
