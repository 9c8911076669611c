package news.parallax.catalog.coverage;

import java.util.Collection;

/** How reliably a source reports facts, from very low (0) to very high (4). */
public enum FactualityLevel {
    VERY_LOW,
    LOW,
    MIXED,
    HIGH,
    VERY_HIGH;

    /** Returns the mean of at least one rating on 0 … 4, halves rounded down. */
    public static FactualityLevel mean(Collection<FactualityLevel> ratings) {
        int sum = ratings.stream().mapToInt(Enum::ordinal).sum();
        int count = ratings.size();
        // ⌈sum/count − ½⌉ in whole numbers: rounds to the nearest, halves down
        return values()[Math.ceilDiv(2 * sum - count, 2 * count)];
    }
}
