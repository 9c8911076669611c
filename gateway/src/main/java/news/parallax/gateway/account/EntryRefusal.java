package news.parallax.gateway.account;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/** Why somebody was not let in, as the form says it. */
public enum EntryRefusal {
    CREDENTIALS(401),
    KEY(401),
    EMAIL(400),
    PASSWORD(400),
    TAKEN(409);

    private final int status;

    EntryRefusal(int status) {
        this.status = status;
    }

    /** The HTTP status of the page with the form. */
    int status() {
        return status;
    }

    /** Returns what the catalog objects to; empty if it is nothing that another entry in the form would mend. */
    static Optional<EntryRefusal> of(StatusRuntimeException failure, String reason) {
        Code code = failure.getStatus().getCode();
        return switch (code) {
            case UNAUTHENTICATED -> Optional.of(CREDENTIALS);
            case ALREADY_EXISTS -> Optional.of(TAKEN);
            case INVALID_ARGUMENT ->
                reason.equals("EMAIL_INVALID")
                        ? Optional.of(EMAIL)
                        : reason.equals("PASSWORD_INVALID") ? Optional.of(PASSWORD) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
