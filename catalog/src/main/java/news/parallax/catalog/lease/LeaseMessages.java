package news.parallax.catalog.lease;

import com.google.protobuf.Duration;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.AcquireLeaseRequest;

/** Leases on the wire. */
final class LeaseMessages {
    private static final java.time.Duration DURATION_MIN = java.time.Duration.ofMillis(100);
    private static final java.time.Duration DURATION_MAX = java.time.Duration.ofMinutes(10);
    private static final int NAME_LENGTH_MAX = 100;
    private static final int ADDRESS_LENGTH_MAX = 300;

    private LeaseMessages() {}

    static LeaseWish toWish(AcquireLeaseRequest request) {
        String address = request.getAddress();
        check(address.length() <= ADDRESS_LENGTH_MAX && isText(address), "LEASE_INVALID", "address", address);
        return new LeaseWish(
                name("name", request.getName()),
                name("holder", request.getHolder()),
                address,
                duration(request.getDuration()));
    }

    static String name(String field, String value) {
        check(!value.isEmpty() && value.length() <= NAME_LENGTH_MAX && isText(value), "LEASE_INVALID", field, value);
        return value;
    }

    static news.parallax.catalog.v1.Lease toProto(Lease lease) {
        return news.parallax.catalog.v1.Lease.newBuilder()
                .setName(lease.name())
                .setHolder(lease.holder())
                .setAddress(lease.address())
                .setToken(lease.token())
                .setRemaining(Duration.newBuilder()
                        .setSeconds(lease.remaining().toSeconds())
                        .setNanos(lease.remaining().toNanosPart()))
                .build();
    }

    private static java.time.Duration duration(Duration message) {
        // in this range no sum overflows
        boolean small = message.getSeconds() >= 0 && message.getSeconds() <= DURATION_MAX.toSeconds();
        check(small, "LEASE_DURATION_INVALID", "duration", message.getSeconds() + " s");
        var duration = java.time.Duration.ofSeconds(message.getSeconds(), message.getNanos());
        boolean valid = duration.compareTo(DURATION_MIN) >= 0 && duration.compareTo(DURATION_MAX) <= 0;
        check(valid, "LEASE_DURATION_INVALID", "duration", duration.toString());
        return duration;
    }

    private static boolean isText(String value) {
        return value.indexOf('\0') < 0;
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }
}
