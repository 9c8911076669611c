package news.parallax.catalog.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.error.CatalogException.Invalid;
import org.jspecify.annotations.Nullable;

/** Times in files: a date, which is the begin of that day in UTC, or a moment as ISO 8601 writes it. */
final class Moments {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    /** Reads a time; empty for nothing, DATE_INVALID for nonsense. */
    static Optional<Instant> read(String field, String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant moment = written.contains("T")
                    ? Instant.parse(written).truncatedTo(ChronoUnit.MICROS)
                    : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw invalid(field, written);
            }
            return Optional.of(moment);
        } catch (DateTimeParseException e) {
            throw invalid(field, written);
        }
    }

    /** Writes a time as {@link #read} reads it. */
    static String write(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        boolean day = moment.equals(moment.truncatedTo(ChronoUnit.DAYS));
        return day ? moment.toString().substring(0, 10) : moment.toString();
    }

    private static Invalid invalid(String field, String written) {
        return new Invalid(
                "DATE_INVALID",
                "%s \"%s\" is no date like 2026-01-31, and no moment".formatted(field, written),
                Map.of(field, written));
    }
}
