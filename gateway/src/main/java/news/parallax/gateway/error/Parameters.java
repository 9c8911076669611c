package news.parallax.gateway.error;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads query parameters strictly: a value that is not understood is refused by name, never replaced in silence. */
public final class Parameters {
    private Parameters() {}

    /** Returns a whole number between the bounds, both included. */
    public static int wholeNumber(String name, @Nullable String value, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // not a number: refused below like one out of bounds
        }
        throw invalid(name, value, "a whole number from " + least + " to " + most);
    }

    /** Returns what the value stands for among the choices. */
    public static <T> T choice(String name, @Nullable String value, T otherwise, Map<String, T> choices) {
        if (value == null) {
            return otherwise;
        }
        T chosen = choices.get(value);
        if (chosen == null) {
            throw invalid(name, value, "one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return chosen;
    }

    /** Returns a moment written as in RFC 3339; {@code otherwise} if there is none. */
    public static @Nullable Instant moment(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid(name, value, "a time as in 2026-10-05T06:12:00Z");
        }
    }

    private static RequestRefused invalid(String name, String value, String expected) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return new RequestRefused(
                ProblemCode.PARAMETER_INVALID,
                "The parameter \"" + name + "\" must be " + expected + ", not \"" + shown + "\".",
                Map.of("parameter", name, "value", shown));
    }
}
