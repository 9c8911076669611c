package news.parallax.gateway.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which outlets a split counts. */
public enum BasisLabel {
    /** Every outlet once. */
    ALL,
    /** Only outlets with a report of their own: copies count with their originator. */
    INDEPENDENT;

    /** Each by its key. */
    public static final Map<String, BasisLabel> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BasisLabel::key, basis -> basis));

    /** Name in JSON and in addresses. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
