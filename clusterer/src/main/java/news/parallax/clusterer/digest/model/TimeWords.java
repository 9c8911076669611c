package news.parallax.clusterer.digest.model;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Finds the months and days of the week that a text names, in full or shortened, by Java's own tables of languages. */
final class TimeWords {

    private static final Set<TextStyle> STYLES =
            EnumSet.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private TimeWords() {}

    /** Returns the English names in capitals, "MARCH" and "MONDAY"; none if the language is not known. */
    static Set<String> in(String text, List<Word> words, String language) {
        Set<String> found = new HashSet<>();
        if (!language.isEmpty()) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                if (isNamed(style -> month.getDisplayName(style, locale), text, words, language)) {
                    found.add(month.name());
                }
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                if (isNamed(style -> day.getDisplayName(style, locale), text, words, language)) {
                    found.add(day.name());
                }
            }
        }
        return found;
    }

    private static boolean isNamed(Function<TextStyle, String> names, String text, List<Word> words, String language) {
        return STYLES.stream()
                .map(names)
                .map(name -> name.replace(".", ""))
                .filter(name -> name.length() > 1)
                .anyMatch(name -> isNamed(name, text, words, language));
    }

    /** In the case of the table, so that "may" is no month; or as a sentence begins. */
    private static boolean isNamed(String name, String text, List<Word> words, String language) {
        if (Script.of(name.codePointBefore(name.length())).isUnspaced()) {
            return text.contains(name);
        }
        return words.stream()
                .map(Word::surface)
                .filter(word ->
                        word.charAt(0) == name.charAt(0) || word.charAt(0) == Character.toUpperCase(name.charAt(0)))
                .anyMatch(word -> WordForms.same(word, name, language));
    }
}
