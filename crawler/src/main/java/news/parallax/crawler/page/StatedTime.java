package news.parallax.crawler.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a page states it.
 *
 * @param instant midnight in UTC if only a day is stated
 * @param day on the calendar of whoever wrote it: that of 2026-05-01T00:30+02:00 is the first of May
 * @param exact whether more than a day is stated
 * @param utc whether it is stated in UTC, so that the day may be another where it was written
 */
record StatedTime(Instant instant, LocalDate day, boolean exact, boolean utc) {

    private static final Pattern ISO_DAY = Pattern.compile("^(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("^((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[T ]?\\d{4,6}.{0,6})?$");
    private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(?:\\d{3})?$");
    private static final Pattern CLOCK = Pattern.compile("\\d:\\d\\d");
    private static final Pattern UTC = Pattern.compile("(Z|GMT|UTC|[+-]00:?00)$");
    private static final int CHARS_MAX = 100;

    static StatedTime ofDay(LocalDate day) {
        return new StatedTime(day.atStartOfDay().toInstant(ZoneOffset.UTC), day, false, false);
    }

    /** Reads a time for machines, or the first date in a text; empty if there is none or it is implausible. */
    static Optional<StatedTime> parse(String stated, DateText texts) {
        String text = stated.strip();
        if (text.isEmpty() || text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        return exact(text, texts)
                .or(() -> compact(text, texts))
                .or(() -> texts.first(text).map(StatedTime::ofDay))
                .filter(time -> texts.isPlausible(time.day()));
    }

    private static Optional<StatedTime> exact(String text, DateText texts) {
        Optional<Instant> instant = EPOCH.matcher(text).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text.substring(0, 10))))
                : PublishTime.parseSure(text);
        boolean clock = EPOCH.matcher(text).matches() || CLOCK.matcher(text).find();
        boolean utc =
                clock && (EPOCH.matcher(text).matches() || UTC.matcher(text).find());
        return instant.filter(time -> isOn(time, texts.first(text)))
                .map(time -> new StatedTime(time, dayOf(text, time, texts), clock, utc));
    }

    /** Whether an instant fits the day that the page's language reads: of 3/4/2026 only that knows which it is. */
    private static boolean isOn(Instant instant, Optional<LocalDate> written) {
        LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
        return written.filter(other -> Math.abs(ChronoUnit.DAYS.between(day, other)) > 1)
                .isEmpty();
    }

    /** The day as it is written, if it can be that of the instant anywhere on earth. */
    private static LocalDate dayOf(String text, Instant instant, DateText texts) {
        LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
        Matcher iso = ISO_DAY.matcher(text);
        Optional<LocalDate> written = iso.find() ? isoDay(iso) : texts.first(text);
        return written.filter(other -> Math.abs(ChronoUnit.DAYS.between(day, other)) <= 1)
                .orElse(day);
    }

    private static Optional<LocalDate> isoDay(Matcher iso) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<StatedTime> compact(String text, DateText texts) {
        Matcher compact = COMPACT.matcher(text);
        return compact.matches()
                ? texts.day(compact.group(1), Integer.parseInt(compact.group(2)), Integer.parseInt(compact.group(3)))
                        .map(StatedTime::ofDay)
                : Optional.empty();
    }

    /** Whether it may have been this day where it was written: of a time in UTC the neighbours may be, too. */
    boolean mayBe(LocalDate other) {
        return day.equals(other)
                || utc
                        && (instant.plus(14, ChronoUnit.HOURS)
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .equals(other)
                                || instant.minus(12, ChronoUnit.HOURS)
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .equals(other));
    }
}
