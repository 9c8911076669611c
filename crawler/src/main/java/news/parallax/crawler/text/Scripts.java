package news.parallax.crawler.text;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the letters of a text by script, and knows which languages are told by their script alone. */
final class Scripts {

    /** Scripts that one language in the news writes. Han, Latin, Cyrillic, Arabic, Devanagari and Ethiopic are not here. */
    private static final Map<UnicodeScript, String> ALONE = Map.ofEntries(
            Map.entry(GREEK, "el"),
            Map.entry(HEBREW, "he"),
            Map.entry(ARMENIAN, "hy"),
            Map.entry(GEORGIAN, "ka"),
            Map.entry(HANGUL, "ko"),
            Map.entry(THAI, "th"),
            Map.entry(LAO, "lo"),
            Map.entry(KHMER, "km"),
            Map.entry(MYANMAR, "my"),
            Map.entry(TIBETAN, "bo"),
            Map.entry(SINHALA, "si"),
            Map.entry(BENGALI, "bn"),
            Map.entry(GUJARATI, "gu"),
            Map.entry(GURMUKHI, "pa"),
            Map.entry(TAMIL, "ta"),
            Map.entry(TELUGU, "te"),
            Map.entry(KANNADA, "kn"),
            Map.entry(MALAYALAM, "ml"),
            Map.entry(ORIYA, "or"),
            Map.entry(THAANA, "dv"));

    /** Languages of the model by the script they write; the others write Latin letters. */
    private static final Map<UnicodeScript, List<String>> SHARED = Map.of(
            CYRILLIC, List.of("be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"),
            ARABIC, List.of("ar", "fa", "ur"),
            DEVANAGARI, List.of("hi", "mr"));

    /** Names and brands in Latin letters are frequent in every language; the reverse is rare. */
    private static final int WEIGHT_OF_OTHERS = 2;

    /** A Chinese character, a Korean or an Ethiopic syllable says as much as several letters. */
    private static final int WEIGHT_OF_SYLLABLES = 3;

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);

    private Scripts() {}

    static Scripts of(CharSequence text) {
        Scripts scripts = new Scripts();
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(script -> scripts.letters.merge(script, 1, Integer::sum));
        return scripts;
    }

    int count(UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }

    /** The script that most of the text is written in, Japanese as HIRAGANA; empty if there are no letters. */
    Optional<UnicodeScript> main() {
        Optional<UnicodeScript> heaviest = letters.keySet().stream()
                .max((one, other) -> Integer.compare(count(one) * weight(one), count(other) * weight(other)));
        int kana = count(HIRAGANA) + count(KATAKANA);
        return heaviest.map(
                script -> script == KATAKANA || (script == HAN && kana * 10 > count(HAN)) ? HIRAGANA : script);
    }

    private static int weight(UnicodeScript script) {
        return switch (script) {
            case LATIN -> 1;
            case HAN, HIRAGANA, KATAKANA, HANGUL, ETHIOPIC -> WEIGHT_OF_SYLLABLES;
            default -> WEIGHT_OF_OTHERS;
        };
    }

    /** The one language that a script is written for, if there is one. */
    static Optional<String> language(UnicodeScript script) {
        return switch (script) {
            case HIRAGANA -> Optional.of("ja");
            case HAN, BOPOMOFO -> Optional.of("zh");
            default -> Optional.ofNullable(ALONE.get(script));
        };
    }

    /** Whether a language is told by its script. */
    static boolean knows(String language) {
        return ALONE.containsValue(language)
                || language.equals("zh")
                || language.equals("ja")
                || language.equals("am")
                || language.equals("ti");
    }

    /** Whether a language of the model is written in a script. */
    static boolean writes(String language, UnicodeScript script) {
        if (script != LATIN) {
            return SHARED.getOrDefault(script, List.of()).contains(language);
        }
        return !knows(language) && SHARED.values().stream().noneMatch(languages -> languages.contains(language));
    }
}
