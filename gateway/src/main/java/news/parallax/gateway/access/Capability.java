package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something only some plans let a reader see. */
public enum Capability {
    BIAS("Bias of sources, and how stories split"),
    FACTUALITY("Factuality of sources and stories"),
    OWNERSHIP("Who owns the sources");

    private final String text;

    Capability(String text) {
        this.text = text;
    }

    /** Lowercase name for settings and JSON. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, for the plans page. */
    public String text() {
        return text;
    }
}
