package news.parallax.gateway.rating;

import com.fasterxml.jackson.annotation.JsonValue;

/** How reliably an outlet reports facts. */
public enum FactualityLabel {
    VERY_HIGH("very-high", "Very high"),
    HIGH("high", "High"),
    MIXED("mixed", "Mixed"),
    LOW("low", "Low"),
    VERY_LOW("very-low", "Very low"),
    UNKNOWN("unknown", "Not rated");

    private final String key;
    private final String text;

    FactualityLabel(String key, String text) {
        this.key = key;
        this.text = text;
    }

    /** Name in JSON. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Name on pages. */
    public String text() {
        return text;
    }
}
