package news.parallax.clusterer.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text of any language into words and numbers. Scripts that write no spaces give overlapping pairs of characters
 * (Manning, Raghavan and Schütze 2008, §2.2.1).
 */
public final class Tokenizer {

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /**
     * Words are compared by so many first letters: a stemmer for every language at once (McNamee and Mayfield 2004 find
     * prefixes of 5 to 6 best for retrieval; longer ones keep the names of events apart).
     */
    private static final int STEM_LETTERS = 7;

    /** Longer runs are no words: base64, URLs, broken markup. */
    private static final int WORD_LIMIT = 40;

    private static final String SENTENCE_ENDS = ".!?…:;•|–—\n";
    private static final String SEPARATORS_IN_NUMBERS = ".,:'’\u00a0\u202f";

    private Tokenizer() {}

    /** Returns the tokens in order. */
    static List<Token> tokens(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        List<Token> tokens = new ArrayList<>(composed.length() / 6);
        boolean sentenceStart = true;
        int at = 0;
        while (at < composed.length()) {
            int codePoint = composed.codePointAt(at);
            if (!inWord(codePoint)) {
                sentenceStart |= SENTENCE_ENDS.indexOf(codePoint) >= 0;
                at += Character.charCount(codePoint);
                continue;
            }
            int end = Character.isDigit(codePoint) ? endOfNumber(composed, at) : endOfWord(composed, at);
            if (addTokens(composed.substring(at, end), sentenceStart, tokens)) {
                sentenceStart = false;
            }
            at = end;
        }
        return tokens;
    }

    /** Returns how many words and numbers a text has. */
    public static int count(String text) {
        return tokens(text).size();
    }

    /** Folds a word for comparison across languages: no case, no accents, no plural or genitive s. */
    static String nameKey(String surface) {
        String folded = Normalizer.normalize(surface, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace("æ", "ae")
                .replace("œ", "oe");
        return folded.length() > 5 && folded.endsWith("s") ? folded.substring(0, folded.length() - 1) : folded;
    }

    private static boolean addTokens(String run, boolean sentenceStart, List<Token> tokens) {
        int first = run.codePointAt(0);
        if (WITHOUT_SPACES.contains(UnicodeScript.of(first))) {
            addPairs(run, tokens);
            return true;
        }
        if (Character.isDigit(first) && run.chars().noneMatch(Character::isLetter)) {
            tokens.add(new Token(run, numberKey(run), Token.Kind.NUMBER, sentenceStart));
            return true;
        }
        if (run.length() < 2 || run.length() > WORD_LIMIT) {
            return false;
        }
        boolean capitalized = Character.isUpperCase(first) || Character.isTitleCase(first);
        Token.Kind kind = capitalized ? Token.Kind.CAPITALIZED : Token.Kind.WORD;
        boolean acronym = capitalized && Character.isUpperCase(run.codePointBefore(run.length()));
        tokens.add(new Token(run, stem(run), kind, sentenceStart && !acronym));
        return true;
    }

    private static void addPairs(String run, List<Token> tokens) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i < Math.max(1, characters.length - 1); i++) {
            String pair = new String(characters, i, Math.min(2, characters.length - i));
            tokens.add(new Token(pair, pair, Token.Kind.WORD, false));
        }
    }

    /** Folds a word for comparison within a language. */
    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() <= STEM_LETTERS ? lower : lower.substring(0, STEM_LETTERS);
    }

    /** "1,200", "1.200" and "1 200" are one number, as are "2.4" and "2,4", "3:20" and "3.20". */
    private static String numberKey(String number) {
        String plain = number.matches("\\d{1,3}([.,'’\u00a0\u202f]\\d{3})+")
                ? number.replaceAll("\\D", "")
                : number.replaceAll("\\D", ".");
        return plain.length() > WORD_LIMIT ? plain.substring(0, WORD_LIMIT) : plain;
    }

    private static boolean inWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static int endOfWord(String text, int start) {
        boolean unspaced = WITHOUT_SPACES.contains(UnicodeScript.of(text.codePointAt(start)));
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            boolean sameRun = isMark(codePoint)
                    || Character.isLetterOrDigit(codePoint)
                            && unspaced == WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
            if (!sameRun) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean digitFollows = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
            if (Character.isDigit(c) || SEPARATORS_IN_NUMBERS.indexOf(c) >= 0 && digitFollows) {
                end++;
            } else {
                break;
            }
        }
        boolean lettersFollow = end < text.length() && Character.isLetter(text.codePointAt(end));
        return lettersFollow ? endOfWord(text, start) : end;
    }
}
