package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something only some plans let a reader see. */
public enum Capability {
    /** Bias of sources, and how stories split. */
    BIAS,
    /** Factuality of sources and stories. */
    FACTUALITY,
    /** Who owns the sources. */
    OWNERSHIP,
    /** How what a reader reads splits by bias. */
    MY_BIAS,
    /** Keys of one's own for programs. */
    API,
    /** As many saved stories as one likes. */
    UNLIMITED_SAVES;

    /** Lowercase name with hyphens for settings and JSON. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
