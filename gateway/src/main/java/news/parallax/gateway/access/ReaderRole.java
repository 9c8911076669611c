package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What somebody is allowed to do. */
public enum ReaderRole {
    /** Reads, and changes what belongs to them. */
    READER,
    /** Also runs the house. */
    OPERATOR;

    /** Returns the role of a key as in settings and JSON; IllegalArgumentException names the roles if there is none. */
    public static ReaderRole of(String key) {
        return Arrays.stream(values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no role \"" + key + "\": the roles are reader and operator"));
    }

    /** Lowercase name for settings and JSON. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
