package news.parallax.clusterer.text;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words of any script in the letters a to z, by the transliterations of CLDR. "Путин" and "Putin" become one, "東京" is
 * read as Chinese, and scripts that write no vowels get none. Safe for many threads.
 */
final class Romanization {

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    /**
     * Up to Arabic each letter stands for itself, so a table does: 30 nanoseconds a word, where ICU takes 20,000. Syllables
     * and ideographs come after and are read word by word.
     */
    private static final int LETTERS_END = 0x900;

    private static final String[] LETTERS = new String[LETTERS_END];

    /** Words read by ICU that are remembered, all forgotten when there are more: the common ones are back at once. */
    private static final int WORDS_REMEMBERED = 50_000;

    private static final Map<String, String> WORDS = new ConcurrentHashMap<>();

    static {
        for (char letter = 0; letter < LETTERS_END; letter++) {
            LETTERS[letter] = read(String.valueOf(letter));
        }
    }

    private Romanization() {}

    /** Returns a word in a to z and 0 to 9; empty if nothing of it can be read. */
    static String of(String word) {
        var latin = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= LETTERS_END) {
                return ofSyllables(word);
            }
            latin.append(LETTERS[c]);
        }
        return latin.toString();
    }

    private static String ofSyllables(String word) {
        if (WORDS.size() > WORDS_REMEMBERED) {
            WORDS.clear();
        }
        return WORDS.computeIfAbsent(word, Romanization::read);
    }

    private static String read(String text) {
        return LATIN.transliterate(text)
                .codePoints()
                .filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
