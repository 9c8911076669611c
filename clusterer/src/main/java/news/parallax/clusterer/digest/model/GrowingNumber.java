package news.parallax.clusterer.digest.model;

import java.math.BigDecimal;

/** A number while it is read, word by word: "two", "hundred", "fifty", "thousand". */
final class GrowingNumber {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final boolean digits;
    private BigDecimal thousands = BigDecimal.ZERO;
    private BigDecimal current;

    private GrowingNumber(BigDecimal current, boolean digits) {
        this.current = current;
        this.digits = digits;
    }

    static GrowingNumber ofDigits(BigDecimal value) {
        return new GrowingNumber(value, true);
    }

    static GrowingNumber ofWord(BigDecimal value) {
        return new GrowingNumber(value, false);
    }

    BigDecimal value() {
        return thousands.add(current);
    }

    boolean isTheWordOne() {
        return !digits && value().compareTo(BigDecimal.ONE) == 0;
    }

    void multiply(BigDecimal multiplier) {
        BigDecimal product = current.max(BigDecimal.ONE).multiply(multiplier);
        if (multiplier.compareTo(HUNDRED) > 0) {
            thousands = thousands.add(product);
            current = BigDecimal.ZERO;
        } else {
            current = product;
        }
    }

    /** Whether a word's value goes on with this number, as "five" does after "twenty" and does not after "two". */
    boolean accepts(BigDecimal value) {
        if (digits) {
            return false;
        }
        int units = current.remainder(HUNDRED).intValue();
        boolean afterTens = units >= 20 && units % 10 == 0 && value.compareTo(BigDecimal.TEN) < 0;
        boolean afterHundreds = units == 0 && value.compareTo(HUNDRED) < 0;
        return afterTens || afterHundreds;
    }

    void add(BigDecimal value) {
        current = current.add(value);
    }
}
