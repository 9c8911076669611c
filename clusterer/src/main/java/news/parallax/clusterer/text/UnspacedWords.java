package news.parallax.clusterer.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the words of scripts that write none apart, by the dictionaries of ICU. A word that they do not know comes out in
 * pieces, as names do.
 */
final class UnspacedWords {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The first letter of the first of these scripts, Thai: what lies before needs no look at its script. */
    private static final int FIRST = 0x0e00;

    /** The mark that lengthens a vowel in Katakana and, by its script, belongs to none. */
    private static final int LONG_VOWEL = 0x30fc;

    /** Is cloned for each use: it is not thread-safe. */
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

    private UnspacedWords() {}

    /** Whether a character is of a script without spaces. */
    static boolean has(int codePoint) {
        return codePoint >= FIRST && (codePoint == LONG_VOWEL || SCRIPTS.contains(UnicodeScript.of(codePoint)));
    }

    /** Cuts a run of characters without spaces into words; all characters are kept. Katakana stay together: names. */
    static List<String> of(String run) {
        var words = (BreakIterator) WORDS.clone();
        words.setText(run);
        List<String> parts = new ArrayList<>(run.length() / 2 + 1);
        int start = 0;
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            boolean inName = end < run.length() && isKatakana(run.charAt(end - 1)) && isKatakana(run.charAt(end));
            if (!inName) {
                parts.add(run.substring(start, end));
                start = end;
            }
        }
        return parts;
    }

    private static boolean isKatakana(char c) {
        return c == LONG_VOWEL || UnicodeScript.of(c) == UnicodeScript.KATAKANA;
    }
}
