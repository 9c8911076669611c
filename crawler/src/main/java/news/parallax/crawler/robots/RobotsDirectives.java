package news.parallax.crawler.robots;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a publisher asks of robots about one page, in X-Robots-Tag or in {@code <meta name="robots">}. Directives that say
 * nothing to us (nofollow, noimageindex, max-image-preview …) are skipped.
 *
 * @param noindex whether the page is not to be taken at all
 * @param noarchive whether its text is not to be kept
 * @param nosnippet whether not even a part of its text is to be shown
 * @param unavailableTime from when on the page is not to be taken; empty if no time is named
 */
public record RobotsDirectives(
        boolean noindex, boolean noarchive, boolean nosnippet, Optional<Instant> unavailableTime) {

    public static final RobotsDirectives NONE = new RobotsDirectives(false, false, false, Optional.empty());

    private static final Set<String> NOINDEX = Set.of("noindex", "none");
    private static final Set<String> NOARCHIVE = Set.of("noarchive", "nocache");
    private static final String UNAVAILABLE = "unavailable_after";

    /** Directives that have a value after a colon; what stands before any other colon is the name of a robot. */
    private static final Set<String> VALUED =
            Set.of(UNAVAILABLE, "max-snippet", "max-image-preview", "max-video-preview");

    private static final Pattern NAMED = Pattern.compile("\\s*([\\w*.-]+)\\s*:\\s*(.*)", Pattern.DOTALL);

    /** RFC 1123 with a comma inside, the one date that a list cannot be split at commas for. */
    private static final Pattern WEEKDAY_COMMA = Pattern.compile("(?i)\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\w*,\\s*");

    /**
     * Reads header values or contents of meta elements, and adds up what they ask.
     *
     * @param values each a list with commas, after the name of a robot or without one
     * @param agent our name; values for another are skipped, case does not count
     */
    public static RobotsDirectives parse(List<String> values, String agent) {
        RobotsDirectives all = NONE;
        for (String value : values) {
            boolean ours = true;
            for (String part : WEEKDAY_COMMA.matcher(value).replaceAll("").split(",")) {
                String directive = part.strip();
                Matcher named = NAMED.matcher(directive);
                if (named.matches() && !VALUED.contains(folded(named.group(1)))) {
                    ours = names(folded(named.group(1)), agent);
                    directive = named.group(2).strip();
                }
                all = ours ? all.and(read(directive)) : all;
            }
        }
        return all;
    }

    private static boolean names(String robot, String agent) {
        return robot.equals("*") || robot.equals("robots") || robot.equals(folded(agent));
    }

    private static RobotsDirectives read(String directive) {
        String name = folded(directive);
        if (name.startsWith(UNAVAILABLE)) {
            return new RobotsDirectives(false, false, false, time(directive.substring(UNAVAILABLE.length())));
        }
        boolean nosnippet = name.equals("nosnippet") || name.matches("max-snippet\\s*:\\s*0");
        return new RobotsDirectives(NOINDEX.contains(name), NOARCHIVE.contains(name), nosnippet, Optional.empty());
    }

    /** Adds up what two ask: of the header and of the page. */
    public RobotsDirectives and(RobotsDirectives other) {
        return new RobotsDirectives(
                noindex || other.noindex,
                noarchive || other.noarchive,
                nosnippet || other.nosnippet,
                unavailableTime.or(other::unavailableTime));
    }

    private static Optional<Instant> time(String text) {
        String value = text.replaceFirst("^\\s*:\\s*", "").strip();
        for (String format : List.of("d MMM yyyy HH:mm:ss z", "d-MMM-yyyy HH:mm:ss z", "d-MMM-yy HH:mm:ss z")) {
            try {
                return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.ofPattern(format, Locale.ENGLISH))
                        .toInstant());
            } catch (DateTimeException notThis) {
                continue;
            }
        }
        try {
            return Optional.of(ZonedDateTime.parse(value).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty(); // a time that nobody can read says nothing
        }
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the page is not to be taken: it says so, or its time is over. */
    public boolean forbidsPage(Instant now) {
        return noindex || unavailableTime.filter(time -> !time.isAfter(now)).isPresent();
    }

    /** Whether the text of the page is not to be kept. */
    public boolean forbidsText() {
        return noarchive || nosnippet;
    }
}
