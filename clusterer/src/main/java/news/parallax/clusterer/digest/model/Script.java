package news.parallax.clusterer.digest.model;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How a letter's script tells words and names. */
enum Script {
    /** Names begin with a capital. */
    CASED,
    /** Words stand apart, but nothing tells a name from another word. */
    SPACED,
    /** Not even words stand apart. */
    UNSPACED;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    static Script of(int codePoint) {
        if (WITHOUT_SPACES.contains(UnicodeScript.of(codePoint))) {
            return UNSPACED;
        }
        return Character.isUpperCase(codePoint) || Character.isLowerCase(codePoint) || Character.isTitleCase(codePoint)
                ? CASED
                : SPACED;
    }

    boolean isUnspaced() {
        return this == UNSPACED;
    }
}
