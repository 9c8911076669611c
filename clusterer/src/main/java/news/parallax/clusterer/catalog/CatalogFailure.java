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

    private static final String LEASE_LOST = "LEASE_LOST";

    private final boolean passing;
    private final boolean deposed;

    CatalogFailure(String message, boolean passing, Throwable cause) {
        this(message, passing, false, cause);
    }

    private CatalogFailure(String message, boolean passing, boolean deposed, Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.deposed = deposed;
    }

    static CatalogFailure of(StatusRuntimeException e) {
        boolean deposed = StoryClient.errorInfo(e)
                .filter(info -> info.getReason().equals(LEASE_LOST))
                .isPresent();
        return new CatalogFailure(
                "catalog: " + e.getStatus().getCode() + " " + e.getStatus().getDescription(),
                deposed || PASSING.contains(e.getStatus().getCode()),
                deposed,
                e);
    }

    /** Whether another copy has taken the lease over. */
    public boolean isDeposed() {
        return deposed;
    }

    /** Whether it may work when tried again later. */
    public boolean isPassing() {
        return passing;
    }
}
