package news.parallax.clusterer.digest.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Text of scripts that write no spaces, compared by pairs of neighboring letters. */
final class UnspacedText {

    /** A single new letter is a particle; two may be a name. */
    private static final int NEW_LETTERS_MAX = 1;

    private UnspacedText() {}

    static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isUnspaced(text.charAt(i)) && isUnspaced(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** Returns the first run of letters of which no two neighbors are among the pairs, if it may be a name. */
    static Optional<String> firstNew(String text, Set<String> pairs) {
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            boolean isNew = i < text.length()
                    && isUnspaced(text.charAt(i))
                    && !(stands(text, i - 1, pairs) || stands(text, i, pairs));
            if (isNew) {
                run.append(text.charAt(i));
            } else if (run.length() > NEW_LETTERS_MAX) {
                return Optional.of(run.toString());
            } else {
                run.setLength(0);
            }
        }
        return Optional.empty();
    }

    private static boolean stands(String text, int at, Set<String> pairs) {
        return at >= 0 && at + 2 <= text.length() && pairs.contains(text.substring(at, at + 2));
    }

    private static boolean isUnspaced(char letter) {
        return Character.isLetter(letter) && Script.of(letter).isUnspaced();
    }
}
