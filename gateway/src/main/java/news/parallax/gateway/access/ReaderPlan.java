package news.parallax.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader may see, in rising order: each plan includes the ones before it. */
public enum ReaderPlan {
    FREE("Free"),
    PRO("Pro"),
    PREMIUM("Premium"),
    VANTAGE("Vantage");

    /** By their names in settings, JSON and forms. */
    public static final Map<String, ReaderPlan> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReaderPlan::key, plan -> plan));

    private final String text;

    ReaderPlan(String text) {
        this.text = text;
    }

    /** Returns the plan of a key as in settings and JSON; IllegalArgumentException names the plans if there is none. */
    public static ReaderPlan of(String key) {
        return Arrays.stream(values())
                .filter(plan -> plan.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no plan \"" + key + "\": the plans are free, pro, premium and vantage"));
    }

    /** Lowercase name for settings and JSON. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name for pages. */
    public String text() {
        return text;
    }
}
