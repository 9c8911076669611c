package news.parallax.crawler.page;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Names of months in many languages: those of the CLDR as the JDK has them, and a few that newspapers use besides. */
final class MonthNames {

    /** Where languages give one name to different months, the earlier language wins unless the page's own is known. */
    static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sk", "ru", "uk", "be", "bg", "sr", "sr-Latn", "hr",
            "bs", "sl", "mk", "sq", "tr", "az", "kk", "sv", "da", "nb", "nn", "is", "fi", "et", "lv", "lt", "hu", "ro",
            "el", "ar-EG", "ar-LB", "ar-DZ", "fa", "ur", "he", "hi", "bn", "ta", "te", "ml", "mr", "gu", "kn", "th",
            "vi", "id", "ms", "fil", "ca", "gl", "eu", "cy", "ga", "af", "sw", "ka", "hy", "lb", "mt");

    private static final Map<String, Integer> BESIDES = Map.ofEntries(
            Map.entry("mrz", 3),
            Map.entry("jaenner", 1),
            Map.entry("janner", 1),
            Map.entry("feber", 2),
            Map.entry("maerz", 3),
            Map.entry("sept", 9),
            Map.entry("setiembre", 9),
            Map.entry("fevr", 2),
            Map.entry("juill", 7),
            Map.entry("okt", 10),
            Map.entry("dez", 12));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<String, Map<String, Integer>> BY_LANGUAGE = new HashMap<>();
    private static final Map<String, Integer> ALL = new HashMap<>();

    static {
        for (String tag : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(tag);
            Map<String, Integer> names = BY_LANGUAGE.computeIfAbsent(locale.getLanguage(), language -> new HashMap<>());
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = fold(month.getDisplayName(style, locale));
                    if (name.length() >= 2 && !Character.isDigit(name.charAt(0))) {
                        names.putIfAbsent(name, month.getValue());
                        ALL.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        BESIDES.forEach(ALL::putIfAbsent);
    }

    private MonthNames() {}

    /**
     * The month, 1 to 12, that a word names; empty if none.
     *
     * @param language of the page, its primary subtag; empty if not known
     */
    static OptionalInt month(String word, String language) {
        String name = fold(word);
        Map<String, Integer> own = BY_LANGUAGE.getOrDefault(language, Map.of());
        Integer month = own.getOrDefault(name, ALL.get(name));
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    static String fold(String name) {
        String decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace(".", "").strip();
    }
}
