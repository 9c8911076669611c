package news.parallax.clusterer.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads numbers the same, however a country writes them. */
final class NumberKey {

    static final String SEPARATORS = ".,:'’\u00a0\u202f٫٬";

    private static final int LENGTH_LIMIT = 40;

    private static final String GROUP_MARK = "[.,'’\u00a0\u202f٬]";

    /** Thousands, or as India groups: 12,34,567. */
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(" + GROUP_MARK + "\\d{3})+|\\d{1,2}(,\\d{2})+,\\d{3}");

    private static final Pattern DATE = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private NumberKey() {}

    /**
     * "1,200", "1.200", "1 200" and "١٢٠٠" are one number, as are "2.4" and "2,4", "3:20" and "3.20". The parts of a date
     * in figures are numbers of their own, as they are when the month is written out.
     */
    static List<String> of(String written) {
        String number = inAsciiDigits(written);
        if (number.chars().allMatch(NumberKey::isAsciiDigit)) {
            return List.of(limited(number));
        }
        if (DATE.matcher(number).matches()) {
            return Arrays.stream(number.split("\\."))
                    .map(NumberKey::withoutLeadingZero)
                    .toList();
        }
        String separator = GROUPED.matcher(number).matches() ? "" : ".";
        return List.of(limited(NO_DIGIT.matcher(number).replaceAll(separator)));
    }

    private static String inAsciiDigits(String number) {
        var ascii = new StringBuilder(number.length());
        number.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append(Character.digit(c, 10));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }

    private static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String withoutLeadingZero(String number) {
        return number.length() > 1 && number.charAt(0) == '0' ? number.substring(1) : number;
    }

    private static String limited(String key) {
        return key.length() > LENGTH_LIMIT ? key.substring(0, LENGTH_LIMIT) : key;
    }
}
