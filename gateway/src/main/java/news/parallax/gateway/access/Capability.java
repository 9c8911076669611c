package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something only some plans let a reader see. */
public enum Capability {
    BIAS,
    FACTUALITY,
    OWNERSHIP;

    /** Lowercase name for settings and JSON. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
