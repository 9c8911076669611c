package news.parallax.clusterer.digest.model;

import java.math.BigDecimal;

/**
 * A number of a text, whatever way it is written: "2.4 million dollars" and "$2,400,000" are equal.
 *
 * @param value without trailing zeros, so that equal values are equal
 * @param unit a percent sign or a currency, by the first word of its line in {@code units.txt}; empty if it has none
 */
record Figure(BigDecimal value, String unit) {

    private static final String PERCENT = "percent";

    Figure {
        value = value.stripTrailingZeros();
    }

    /** Whether it says no more than the other: a currency may be left out, a percent sign may not. */
    boolean standsIn(Figure other) {
        return value.equals(other.value) && (unit.equals(other.unit) || unit.isEmpty() && !other.unit.equals(PERCENT));
    }
}
