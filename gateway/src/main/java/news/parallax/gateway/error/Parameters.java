package news.parallax.gateway.error;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters strictly: a value that is not understood is refused by name, never replaced in silence. */
public final class Parameters {
    /** Two letters: ISO 3166-1 alpha-2. */
    public static final Look COUNTRY = new Look("[A-Za-z]{2}", "a country code of two letters");
    /** BCP-47. */
    public static final Look LANGUAGE = new Look("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}", "a language as in pt-BR");
    /** Id of a story or a subject. */
    public static final Look ID = new Look("[0-9a-f]{20}", "an id of 20 hexadecimal digits");
    /** A word with hyphens. */
    public static final Look WORD = new Look("[a-z0-9]+(-[a-z0-9]+)*", "a word in lower case");
    /** Anything that can be printed. */
    public static final Look TEXT = new Look("\\P{Cntrl}{1,200}", "a text of at most 200 characters");

    /**
     * How a value has to look.
     *
     * @param pattern regular expression of the whole value
     * @param words what it is, after "must be"
     */
    public record Look(Pattern pattern, String words) {
        Look(String pattern, String words) {
            this(Pattern.compile(pattern), words);
        }
    }

    private static final int VALUES_MAX = 20;

    private Parameters() {}

    /** Returns the body of a request, which has to have one: BODY_INVALID. */
    public static <B> B body(@Nullable B body) {
        if (body == null) {
            throw new RequestRefused(ProblemCode.BODY_INVALID, "The body is empty.", Map.of());
        }
        return body;
    }

    /** Returns what has to be given, and not as white space. */
    public static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new RequestRefused(
                    ProblemCode.PARAMETER_MISSING,
                    "The parameter \"" + name + "\" has to be given.",
                    Map.of("parameter", name));
        }
        return value;
    }

    /** Returns what has to be given, of at most so many characters. */
    public static String required(String name, @Nullable String value, int characters) {
        String text = required(name, value);
        if (text.length() > characters) {
            throw invalid(name, text, "of at most " + characters + " characters");
        }
        return text;
    }

    /** Returns a day written as in ISO 8601, not after the latest; the latest if it is not given. */
    public static LocalDate day(String name, @Nullable String value, LocalDate latest) {
        if (value == null) {
            return latest;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (!day.isAfter(latest) && day.getYear() > 0) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // no day: refused below like one to come
        }
        throw invalid(name, value, "a day as in 2026-10-05, " + latest + " or earlier");
    }

    /** Returns whether it is true; false if it is not given. */
    public static boolean flag(String name, @Nullable String value) {
        return choice(name, value, false, Map.of("true", true, "false", false));
    }

    /** Returns the values between commas, each once and of that look; none if it is not given. */
    public static List<String> texts(String name, @Nullable String value, Look look) {
        List<String> texts = split(name, value);
        for (String text : texts) {
            if (!look.pattern().matcher(text).matches()) {
                throw invalid(name, text, look.words());
            }
        }
        return texts;
    }

    /** Returns what the values between commas stand for among the choices, each once; none if it is not given. */
    public static <T> List<T> choices(String name, @Nullable String value, Map<String, T> choices) {
        return split(name, value).stream()
                .map(word -> Optional.ofNullable(choices.get(word))
                        .orElseThrow(() ->
                                invalid(name, word, "one of " + String.join(", ", new TreeSet<>(choices.keySet())))))
                .toList();
    }

    private static List<String> split(String name, @Nullable String value) {
        if (value == null) {
            return List.of();
        }
        List<String> parts = Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (parts.contains("")) {
            throw invalid(name, value, "values with commas between them");
        }
        if (parts.size() > VALUES_MAX) {
            throw new RequestRefused(
                    ProblemCode.FILTER_TOO_LONG,
                    "The parameter \"" + name + "\" has " + parts.size() + " values, more than " + VALUES_MAX + ".",
                    Map.of("parameter", name));
        }
        return parts;
    }

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
