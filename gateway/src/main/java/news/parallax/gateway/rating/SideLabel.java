package news.parallax.gateway.rating;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The three sides a story can be told from, and the outlets nobody rated, which are never counted as center. */
public enum SideLabel {
    LEFT("left", "Left"),
    CENTER("center", "Center"),
    RIGHT("right", "Right"),
    UNRATED("unrated", "Unrated");

    /** Every side by its key. */
    public static final Map<String, SideLabel> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SideLabel::key, side -> side));

    private final String key;
    private final String text;

    SideLabel(String key, String text) {
        this.key = key;
        this.text = text;
    }

    /** Name in JSON, in addresses and in the style sheet. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Name on pages. */
    public String text() {
        return text;
    }
}
