package news.parallax.clusterer.digest.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Numbers as Chinese and Japanese write them: "二十五", "三百万". */
final class ChineseNumerals {

    /** Every numeral. */
    static final String ALL = "〇零一二两三四五六七八九十百千万亿億萬";

    private static final String DIGITS = "〇一二三四五六七八九";

    private static final Map<Character, Long> SMALL = Map.of('十', 10L, '百', 100L, '千', 1_000L);

    private static final Map<Character, Long> LARGE =
            Map.of('万', 10_000L, '萬', 10_000L, '亿', 100_000_000L, '億', 100_000_000L);

    private long total;
    private long section;
    private long digit;
    private boolean afterDigit;

    private ChineseNumerals() {}

    /** What a number in digits before it is multiplied with, if it is made of such numerals only: "万", "万亿". */
    static Optional<BigDecimal> multiplier(String numerals) {
        long product = 1;
        for (char c : numerals.toCharArray()) {
            product *= Math.max(SMALL.getOrDefault(c, 0L), LARGE.getOrDefault(c, 0L));
        }
        return product == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(product));
    }

    /** Returns the value; empty if they are digits one after the other, as in "三四", which means "some". */
    static Optional<BigDecimal> value(String numerals) {
        var reader = new ChineseNumerals();
        for (char c : numerals.toCharArray()) {
            if (!reader.read(c)) {
                return Optional.empty();
            }
        }
        return Optional.of(BigDecimal.valueOf(reader.total + reader.section + reader.digit));
    }

    private boolean read(char c) {
        long small = SMALL.getOrDefault(c, 0L);
        long large = LARGE.getOrDefault(c, 0L);
        boolean isDigit = small == 0 && large == 0 && c != '零';
        if (isDigit && afterDigit) {
            return false;
        }
        if (small > 0) {
            section += Math.max(1, digit) * small;
        } else if (large > 0) {
            long before = section + digit;
            total = before == 0 && total > 0 ? total * large : total + Math.max(1, before) * large;
            section = 0;
        }
        digit = isDigit ? digitOf(c) : 0;
        afterDigit = isDigit;
        return true;
    }

    private static int digitOf(char c) {
        return c == '两' ? 2 : DIGITS.indexOf(c);
    }
}
