package news.parallax.clusterer.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts text of any language into words and numbers. */
public final class Tokenizer {

    /** Longer runs are no words: base64, URLs, broken markup. */
    private static final int WORD_LIMIT = 40;

    private static final String SENTENCE_ENDS = ".!?…:;•|–—\n。！？：；؟۔।";

    /** Says where a word may end in scripts without spaces; all other invisible characters say nothing of words. */
    private static final int ZERO_WIDTH_SPACE = 0x200b;

    private static final int FIRST_INVISIBLE = 0xad;

    private final String text;
    private final List<Token> tokens;
    private boolean sentenceStart = true;

    private Tokenizer(String text) {
        this.text = text;
        this.tokens = new ArrayList<>(text.length() / 6);
    }

    /** Returns the tokens in order. */
    static List<Token> tokens(String text) {
        var tokenizer = new Tokenizer(visible(Normalizer.normalize(text, Normalizer.Form.NFC)));
        tokenizer.run();
        return tokenizer.tokens;
    }

    /** Returns how many words and numbers a text has. */
    public static int count(String text) {
        return tokens(text).size();
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!isInWord(codePoint)) {
                sentenceStart |= SENTENCE_ENDS.indexOf(codePoint) >= 0;
                at += Character.charCount(codePoint);
                continue;
            }
            int end = Character.isDigit(codePoint) ? endOfNumber(at) : endOfWord(at);
            add(text.substring(at, end));
            at = end;
        }
    }

    private void add(String run) {
        int first = run.codePointAt(0);
        if (Character.isDigit(first) && run.codePoints().noneMatch(Character::isLetter)) {
            addNumber(run);
        } else if (UnspacedWords.has(first)) {
            UnspacedWords.of(run).forEach(this::addUnspaced);
        } else if (run.length() >= 2) {
            addWord(run);
        }
    }

    private void addNumber(String run) {
        NumberKey.of(run).forEach(key -> tokens.add(new Token(run, key, Token.Kind.NUMBER, sentenceStart)));
        sentenceStart = false;
    }

    private void addUnspaced(String word) {
        if (word.codePoints().allMatch(Character::isDigit)) {
            addNumber(word);
        } else {
            addWord(word);
        }
    }

    private void addWord(String word) {
        if (word.length() > WORD_LIMIT) {
            return;
        }
        Token.Kind kind = Token.Kind.ofWord(word.codePointAt(0));
        boolean acronym = kind == Token.Kind.CAPITALIZED && Character.isUpperCase(word.codePointBefore(word.length()));
        tokens.add(new Token(word, Stem.of(word), kind, sentenceStart && !acronym));
        sentenceStart = false;
    }

    private int endOfWord(int start) {
        boolean unspaced = UnspacedWords.has(text.codePointAt(start));
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            boolean sameRun = isMark(codePoint)
                    || Character.isLetterOrDigit(codePoint) && unspaced == UnspacedWords.has(codePoint);
            if (!sameRun) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private int endOfNumber(int start) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int next = end + Character.charCount(codePoint);
            boolean digitFollows = next < text.length() && Character.isDigit(text.codePointAt(next));
            boolean inNumber =
                    Character.isDigit(codePoint) || NumberKey.SEPARATORS.indexOf(codePoint) >= 0 && digitFollows;
            if (!inNumber) {
                break;
            }
            end = next;
        }
        boolean lettersFollow = end < text.length() && Character.isLetter(text.codePointAt(end));
        return lettersFollow && !UnspacedWords.has(text.codePointAt(end)) ? endOfWord(start) : end;
    }

    private static boolean isInWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Leaves out soft hyphens, joiners and marks of direction, which stand inside of words and are not seen. */
    private static String visible(String text) {
        if (text.chars().noneMatch(c -> c >= FIRST_INVISIBLE && Character.getType(c) == Character.FORMAT)) {
            return text;
        }
        return text.codePoints()
                .filter(c -> c == ZERO_WIDTH_SPACE || Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
