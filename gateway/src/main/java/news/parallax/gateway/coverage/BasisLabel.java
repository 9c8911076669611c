package news.parallax.gateway.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which outlets a split counts. */
public enum BasisLabel {
    /** Every outlet once. */
    ALL,
    /** Only outlets with a report of their own: copies count with their originator. */
    INDEPENDENT;

    /** Name in JSON and in addresses. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
