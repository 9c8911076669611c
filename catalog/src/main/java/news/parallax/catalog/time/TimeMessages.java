package news.parallax.catalog.time;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Moments on the wire. */
public final class TimeMessages {
    private TimeMessages() {}

    public static Timestamp toProto(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }

    /** Returns the moment in whole microseconds, as the database keeps it; TIME_INVALID outside of the years 1 to 9999. */
    public static Instant toInstant(Timestamp timestamp) {
        if (!Timestamps.isValid(timestamp)) {
            String value = "%d.%09d".formatted(timestamp.getSeconds(), timestamp.getNanos());
            throw new Invalid("TIME_INVALID", "%s is no moment".formatted(value), Map.of("time", value));
        }
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
                .truncatedTo(ChronoUnit.MICROS);
    }
}
