package news.parallax.crawler.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** How unlikely it is that somebody wrote a text: the least, over all languages, of what its characters cost. */
final class Likelihood {

    /** Costs are negative natural logarithms of probabilities; these are ours, chosen by order of magnitude. */
    private static final double STRANGE = 14;

    private static final double UNUSUAL_SYMBOL = 9;
    private static final double USUAL_SYMBOL = 5;
    private static final double PLAIN_SYMBOL = 2;
    private static final double MIXED_SCRIPTS = 6;
    private static final double FOREIGN_ASCII = 5;
    private static final double UNKNOWN_PAIR = 2;
    private static final double CAPITAL_WITHIN_WORD = 4;
    private static final double CAPITAL_AFTER_CAPITAL = 1.5;
    private static final double LETTER_AT_DIGIT = 4;
    private static final double SYMBOL_WITHIN_WORD = 5;

    private static final String USUAL_SYMBOLS =
            "\u00a0\u00ab\u00bb\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2022\u00b7\u00a9\u00ae\u2122\u00b0\u20ac\u00a3\u00a7\u2116"
                    + "\u3000\u3001\u3002\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u30fb\u30fc\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u00bf\u00a1";

    private final LanguageModel model = LanguageModel.shipped();

    /** Returns the cost of bytes read in a charset; infinite if they are not valid in it. */
    double cost(byte[] bytes, Charset charset) {
        try {
            return cost(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private double cost(CharSequence text) {
        double[] totals = new double[model.languages().size()];
        double[] letters = new double[totals.length];
        double common = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char original = text.charAt(i);
            char small = Character.toLowerCase(original);
            if (Character.isLetter(original)) {
                addLetter(before, small, letters, totals);
                common += costOfPlace(before, original, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
            } else if (original == 0) {
                return Double.POSITIVE_INFINITY; // no text; wide charsets are read with half of their bytes otherwise
            } else {
                boolean within = Character.isLetter(before)
                        && i + 1 < text.length()
                        && Character.isLetter(text.charAt(i + 1))
                        && original != '\u2019';
                common += costOfSymbol(before, original) + (within ? SYMBOL_WITHIN_WORD : 0);
            }
            before = original;
        }
        return common + Arrays.stream(totals).min().orElse(0);
    }

    private void addLetter(char before, char letter, double[] costs, double[] totals) {
        Arrays.fill(costs, letter < 0x80 ? FOREIGN_ASCII : STRANGE);
        model.putCosts(LanguageModel.hash(String.valueOf(letter)), costs);
        if (Character.isLetter(before)) {
            double[] pairs = new double[costs.length];
            model.putCosts(LanguageModel.hash(new String(new char[] {Character.toLowerCase(before), letter})), pairs);
            for (int i = 0; i < costs.length; i++) {
                totals[i] += pairs[i] > 0 ? pairs[i] : costs[i] + UNKNOWN_PAIR;
            }
        } else {
            for (int i = 0; i < costs.length; i++) {
                totals[i] += costs[i];
            }
        }
    }

    private static double costOfPlace(char before, char letter, char after) {
        double cost = 0;
        if (Character.isUpperCase(letter) && Character.isLetter(before)) {
            cost += Character.isUpperCase(before) ? CAPITAL_AFTER_CAPITAL : CAPITAL_WITHIN_WORD;
        }
        if (isMixed(before, letter) || isMixed(letter, before)) {
            cost += MIXED_SCRIPTS;
        }
        boolean atDigit = (before >= '0' && before <= '9') || (after >= '0' && after <= '9');
        return cost + (letter >= 0x80 && letter < 0x2e80 && atDigit ? LETTER_AT_DIGIT : 0);
    }

    /** Marks of the Latin script stand on any letter, those of others on their own. */
    private static double costOfMark(char before, char mark) {
        boolean onLetter = mark < 0x370 ? Character.isLetter(before) : before >= 0x370;
        return onLetter ? USUAL_SYMBOL : STRANGE;
    }

    private static boolean isMixed(char one, char other) {
        return one < 0x80 && Character.isLetter(one) && other >= 0x250 && Character.isLetter(other);
    }

    private static double costOfSymbol(char before, char symbol) {
        if (symbol >= ' ' && symbol < 0x7f) {
            return "{}[]|\\^~`@#$<>_*".indexOf(symbol) >= 0 ? USUAL_SYMBOL : PLAIN_SYMBOL;
        }
        if (symbol == '\n' || symbol == '\r' || symbol == '\t') {
            return PLAIN_SYMBOL;
        }
        if (USUAL_SYMBOLS.indexOf(symbol) >= 0) {
            return USUAL_SYMBOL;
        }
        return switch (Character.getType(symbol)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> STRANGE;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> costOfMark(before, symbol);
            default -> symbol == '\uFFFD' || (symbol >= '\u2500' && symbol <= '\u259F') ? STRANGE : UNUSUAL_SYMBOL;
        };
    }
}
