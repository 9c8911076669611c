package news.parallax.crawler.delivery;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The catalog did not do what it was asked; what was in hand will be handed out again. */
public final class CatalogUnavailableException extends Exception {

    private final Status status;

    CatalogUnavailableException(StatusRuntimeException cause) {
        super(
                "catalog: " + cause.getStatus().getCode() + " "
                        + cause.getStatus().getDescription(),
                cause);
        this.status = cause.getStatus();
    }

    Status status() {
        return status;
    }
}
