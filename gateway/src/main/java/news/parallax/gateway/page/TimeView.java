package news.parallax.gateway.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment as pages write it.
 *
 * @param iso RFC 3339 in UTC, for programs; empty if the moment is not known
 * @param text relative under a day ("2 h ago"), else a date ("5 Oct"), with the year if it is another one
 * @param full date and time in UTC, to the minute
 */
public record TimeView(String iso, String text, String full) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK);

    /** Returns the moment as seen from now. */
    public static TimeView of(@Nullable Instant moment, Instant now) {
        if (moment == null) {
            return new TimeView("", "", "");
        }
        ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
        String iso = moment.truncatedTo(ChronoUnit.SECONDS).toString();
        return new TimeView(iso, text(utc, now.atZone(ZoneOffset.UTC)), FULL.format(utc));
    }

    /** Whether the moment is known. */
    public boolean known() {
        return !iso.isEmpty();
    }

    private static String text(ZonedDateTime moment, ZonedDateTime now) {
        Duration age = Duration.between(moment, now);
        boolean recent = !age.isNegative() && age.toHours() < 24;
        if (recent) {
            return age.toMinutes() < 1
                    ? "just now"
                    : age.toHours() < 1 ? age.toMinutes() + " min ago" : age.toHours() + " h ago";
        }
        return (moment.getYear() == now.getYear() ? DAY : DAY_OF_YEAR).format(moment);
    }
}
