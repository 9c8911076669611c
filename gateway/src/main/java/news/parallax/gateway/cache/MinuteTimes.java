package news.parallax.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Tells pages that count in minutes how long ago something was, which soon read otherwise. */
final class MinuteTimes {
    /** What is older is told in hours. */
    private static final Duration COUNTED_IN_MINUTES = Duration.ofHours(1);

    /** A day alone, as a briefing has it, is no moment. */
    private static final Pattern TIME = Pattern.compile("<time datetime=\"([-0-9]+T[0-9:]+Z)\"");

    private MinuteTimes() {}

    static boolean areIn(byte[] page, Instant now) {
        Instant start = now.minus(COUNTED_IN_MINUTES);
        return TIME.matcher(new String(page, StandardCharsets.ISO_8859_1))
                .results()
                .map(time -> Instant.parse(time.group(1)))
                .anyMatch(time -> time.isAfter(start) && !time.isAfter(now));
    }
}
