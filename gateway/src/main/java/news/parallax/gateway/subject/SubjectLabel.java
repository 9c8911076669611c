package news.parallax.gateway.subject;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a subject of stories is. */
public enum SubjectLabel {
    /** A word or a phrase that is no name. */
    TOPIC,
    /** A name; of whom or what is not told. */
    NAME,
    /** A person. */
    PERSON,
    /** A place. */
    PLACE;

    /** Name in JSON and in addresses. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
