package news.parallax.clusterer.catalog;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Set;

/** The catalog could not be asked or told; nothing is known to be stored. */
public final class CatalogFailure extends RuntimeException {

    private static final Set<Status.Code> PASSING = EnumSet.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.ABORTED,
            Status.Code.RESOURCE_EXHAUSTED);

    private final boolean passing;

    CatalogFailure(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    static CatalogFailure of(StatusRuntimeException e) {
        return new CatalogFailure(
                "catalog: " + e.getStatus().getCode() + " " + e.getStatus().getDescription(),
                PASSING.contains(e.getStatus().getCode()),
                e);
    }

    /** Whether it may work when tried again later. */
    public boolean isPassing() {
        return passing;
    }
}
