package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be followed or muted. */
public enum TargetKind {
    SOURCE,
    SUBJECT,
    /** Only to mute. */
    OWNER;

    /** Name in JSON and in forms. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
