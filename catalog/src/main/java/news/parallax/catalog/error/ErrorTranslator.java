package news.parallax.catalog.error;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Turns what an endpoint throws into a gRPC status with one ErrorInfo. The only code that picks status codes. */
@Singleton
public class ErrorTranslator implements ExceptionHandlerProvider {
    static final String DOMAIN = "catalog.parallax.news";

    private static final int MESSAGE_LIMIT = 300;
    private static final int VALUE_LIMIT = 150;
    /** SQL states of values that no column takes: NUL and halves of characters in texts and in JSON, too large a number. */
    private static final Set<String> VALUE_REFUSED = Set.of("22021", "22P05", "22003");

    private static final Logger LOG = Logger.getLogger(ErrorTranslator.class);

    @Override
    public <Q, R> ExceptionHandler<Q, R> createHandler(
            ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata headers) {
        return new ExceptionHandler<>(listener, call, headers) {
            @Override
            protected void handleException(Throwable error, ServerCall<Q, R> failed, Metadata metadata) {
                StatusException translated = translate(error);
                Metadata trailers = translated.getTrailers();
                failed.close(translated.getStatus(), trailers == null ? new Metadata() : trailers);
            }
        };
    }

    @Override
    public Throwable transform(Throwable error) {
        return translate(error);
    }

    private static StatusException translate(Throwable error) {
        return switch (error) {
            case StatusException status -> status;
            case StatusRuntimeException status -> new StatusException(status.getStatus(), status.getTrailers());
            case CatalogException refusal ->
                status(code(refusal), refusal.getMessage(), refusal.reason(), refusal.metadata());
            default -> unexpected(error);
        };
    }

    private static Code code(CatalogException refusal) {
        return switch (refusal) {
            case CatalogException.NotFound _ -> Code.NOT_FOUND;
            case CatalogException.Invalid _ -> Code.INVALID_ARGUMENT;
            case CatalogException.Unauthenticated _ -> Code.UNAUTHENTICATED;
            case CatalogException.Taken _ -> Code.ALREADY_EXISTS;
            case CatalogException.Lost _ -> Code.FAILED_PRECONDITION;
            case CatalogException.Expired _ -> Code.OUT_OF_RANGE;
            case CatalogException.Exhausted _ -> Code.RESOURCE_EXHAUSTED;
            case CatalogException.Busy _ -> Code.UNAVAILABLE;
        };
    }

    private static StatusException unexpected(Throwable error) {
        if (databaseAway(error)) {
            LOG.warnf("database away: %s", error.getMessage());
            return status(Code.UNAVAILABLE, "The database cannot be reached.", "DATABASE_UNAVAILABLE", Map.of());
        }
        Optional<String> refused =
                sqlStates(error).filter(VALUE_REFUSED::contains).findFirst();
        if (refused.isPresent()) {
            LOG.infof("value refused by the database state=%s: %s", refused.get(), error.getMessage());
            return status(
                    Code.INVALID_ARGUMENT,
                    "A text holds a character that cannot be stored, or a number is too large.",
                    "VALUE_INVALID",
                    Map.of());
        }
        LOG.error("call failed", error);
        return status(Code.INTERNAL, "Something went wrong inside; the log says what.", "INTERNAL", Map.of());
    }

    /**
     * SQL states 08 (connection), 40 (rolled back to let another finish), 53 (out of resources), 57P (shutting down), and
     * none at all, which is the pool's when it has no connection to give.
     */
    private static boolean databaseAway(Throwable error) {
        return sqlStates(error)
                .anyMatch(state ->
                        state.isEmpty() || Stream.of("08", "40", "53", "57P").anyMatch(state::startsWith));
    }

    /** Returns the SQL states behind an error; an empty one where there is none. */
    private static Stream<String> sqlStates(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""));
    }

    /** Trailers have room for 8 KB: what a caller sent is repeated to be recognized, not to be returned. */
    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit) + "…";
    }

    private static StatusException status(Code code, String message, String reason, Map<String, String> metadata) {
        ErrorInfo info = ErrorInfo.newBuilder()
                .setReason(reason)
                .setDomain(DOMAIN)
                .putAllMetadata(metadata.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> cut(entry.getValue(), VALUE_LIMIT))))
                .build();
        return StatusProto.toStatusException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(cut(message, MESSAGE_LIMIT))
                .addDetails(Any.pack(info))
                .build());
    }
}
