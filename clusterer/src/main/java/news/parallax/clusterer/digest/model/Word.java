package news.parallax.clusterer.digest.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a text.
 *
 * @param surface as written; apostrophes and hyphens part words: "Erdoğan'ın" and "Al-Masri" are two each
 * @param joined whether no more than a space or a hyphen stands between the word before and it
 */
record Word(String surface, boolean joined) {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** Returns the words of a text in order. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            words.add(new Word(word.group(), text.substring(end, word.start()).matches("[ -]")));
            end = word.end();
        }
        return words;
    }

    /** Whether it is written as names are. */
    boolean isCapitalized() {
        return surface.codePoints().anyMatch(Character::isUpperCase) || Character.isTitleCase(surface.codePointAt(0));
    }

    Script script() {
        return Script.of(surface.codePointAt(0));
    }
}
