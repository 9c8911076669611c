package news.parallax.gateway.rating;

import com.fasterxml.jackson.annotation.JsonValue;

/** What sort of owner an outlet has. */
public enum OwnershipLabel {
    INDEPENDENT("independent", "Independent"),
    CONGLOMERATE("conglomerate", "Media conglomerate"),
    CORPORATION("corporation", "Corporation"),
    PRIVATE_EQUITY("private-equity", "Private equity"),
    INDIVIDUAL("individual", "Wealthy owner"),
    GOVERNMENT("government", "Government"),
    TELECOM("telecom", "Telecom"),
    OTHER("other", "Other"),
    UNKNOWN("unknown", "Not known");

    private final String key;
    private final String text;

    OwnershipLabel(String key, String text) {
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
