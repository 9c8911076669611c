package news.parallax.clusterer.digest;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows what has a capital and is no name in news: days, months and languages, by the names of CLDR that Java carries. */
final class CldrNames {

    private static final Map<String, Set<String>> NO_NAMES = new ConcurrentHashMap<>();

    private CldrNames() {}

    /** Whether a word is a day, a month or a language, and in many of these what belongs to a people ("Russian"). */
    static boolean isDayMonthOrLanguage(String name, String language) {
        return NO_NAMES.computeIfAbsent(language, CldrNames::daysMonthsAndLanguages)
                .contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> daysMonthsAndLanguages(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Stream<String> calendar = Stream.of(TextStyle.FULL, TextStyle.SHORT)
                .flatMap(style -> Stream.concat(
                        Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)),
                        Arrays.stream(Month.values()).map(month -> month.getDisplayName(style, locale))));
        Stream<String> languages = Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.of(code).getDisplayLanguage(locale));
        return Stream.concat(calendar, languages)
                .map(name -> name.toLowerCase(locale))
                .collect(Collectors.toUnmodifiableSet());
    }
}
