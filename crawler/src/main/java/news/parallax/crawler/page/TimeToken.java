package news.parallax.crawler.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One piece of a written time: digits, a word in lower case, or any other character.
 *
 * @param upper whether a word is written in capitals
 * @param spaced whether white space stands before it
 */
record TimeToken(Kind kind, String text, boolean upper, boolean spaced) {

    enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    /** Stands where there is none. */
    static final TimeToken NONE = new TimeToken(Kind.SIGN, "\0", false, true);

    static List<TimeToken> listOf(String text) {
        List<TimeToken> tokens = new ArrayList<>();
        boolean spaced = false;
        for (int start = 0, end; start < text.length(); start = end) {
            char first = text.charAt(start);
            end = start + 1;
            if (isSpace(first)) {
                spaced = true;
                continue;
            }
            Kind kind = kindOf(first);
            while (kind != Kind.SIGN && end < text.length() && continues(kind, text.charAt(end))) {
                end++;
            }
            tokens.add(of(kind, text.substring(start, end), spaced));
            spaced = false;
        }
        return tokens;
    }

    private static TimeToken of(Kind kind, String text, boolean spaced) {
        String lower = kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
        return new TimeToken(kind, lower, kind == Kind.WORD && text.equals(text.toUpperCase(Locale.ROOT)), spaced);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c > 0x7f && (Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    private static Kind kindOf(char c) {
        return c >= '0' && c <= '9' ? Kind.NUMBER : Character.isLetter(c) ? Kind.WORD : Kind.SIGN;
    }

    private static boolean continues(Kind kind, char c) {
        return kind == kindOf(c)
                || kind == Kind.WORD && c > 0x7f && Character.getType(c) == Character.NON_SPACING_MARK
                || kind == Kind.WORD && c > 0x7f && Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether these are digits, at least and at most so many. */
    boolean isNumber(int least, int most) {
        return kind == Kind.NUMBER && text.length() >= least && text.length() <= most;
    }

    /** Digits read on right after what stands before them. */
    boolean isAttachedNumber(int least, int most) {
        return !spaced && isNumber(least, most);
    }

    /** Their value; more than nine digits are no number that a time is made of. */
    int value() {
        return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
