package news.parallax.gateway.page;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.ULocale;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment as pages write it.
 *
 * @param moment null if it is not known
 * @param now when the page is made
 */
public record TimeView(@Nullable Instant moment, Instant now) {
    /** Returns the moment as seen from now. */
    public static TimeView of(@Nullable Instant moment, Instant now) {
        return new TimeView(moment, now);
    }

    /** Whether the moment is known. */
    public boolean known() {
        return moment != null;
    }

    /** RFC 3339 in UTC, for programs; empty if the moment is not known. */
    public String iso() {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Relative under a day ("2 hr ago"), else a date ("5 Oct"), with the year if it is another one; empty if not known. */
    @TemplateExtension
    static String text(TimeView at, @TemplateAttribute("locale") Object locale) {
        if (at.moment == null) {
            return "";
        }
        Duration age = Duration.between(at.moment, at.now);
        return !age.isNegative() && age.toHours() < 24
                ? relative(age, (Locale) locale)
                : dated(at.moment.atZone(ZoneOffset.UTC), at.now.atZone(ZoneOffset.UTC), (Locale) locale);
    }

    /** Date and time in UTC, to the minute; empty if the moment is not known. */
    @TemplateExtension
    static String full(TimeView at, @TemplateAttribute("locale") Object locale) {
        return at.moment == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(dates((Locale) locale))
                                .format(at.moment.atZone(ZoneOffset.UTC))
                        + at.moment.atZone(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern(", HH:mm 'UTC'"));
    }

    private static String relative(Duration age, Locale locale) {
        var formatter = RelativeDateTimeFormatter.getInstance(
                ULocale.forLocale(dates(locale)),
                null,
                RelativeDateTimeFormatter.Style.SHORT,
                DisplayContext.CAPITALIZATION_NONE);
        if (age.toMinutes() < 1) {
            return formatter.format(Direction.PLAIN, AbsoluteUnit.NOW);
        }
        return age.toHours() < 1
                ? formatter.format(age.toMinutes(), Direction.LAST, RelativeUnit.MINUTES)
                : formatter.format(age.toHours(), Direction.LAST, RelativeUnit.HOURS);
    }

    private static String dated(ZonedDateTime moment, ZonedDateTime now, Locale locale) {
        String pattern = moment.getYear() == now.getYear() ? "MMMd" : "yMMMd";
        return DateTimeFormatter.ofLocalizedPattern(pattern)
                .withLocale(dates(locale))
                .format(moment);
    }

    /** English pages write dates as most of the world does. */
    private static Locale dates(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
