package news.parallax.gateway.catalog;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times of the catalog. */
public final class Times {
    private Times() {}

    /** Returns the moment; null if it is not set, which on the wire is its default. */
    public static @Nullable Instant orNull(Timestamp time) {
        return time.equals(Timestamp.getDefaultInstance()) ? null : of(time);
    }

    /** Returns the moment. */
    public static Instant of(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    /** Returns the moment as the wire writes it. */
    public static Timestamp toProto(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }
}
