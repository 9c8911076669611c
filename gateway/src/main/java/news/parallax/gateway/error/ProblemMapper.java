package news.parallax.gateway.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one place that picks HTTP statuses: from refusals of our own, from the catalog's gRPC status, from the framework. */
@Singleton
public class ProblemMapper {
    private static final int CAUSES_MAX = 4;

    /** Returns what to tell about the failure of a request for that path. */
    public Problem toProblem(Throwable failure, String path) {
        return switch (failure) {
            case RequestRefused refused -> problem(refused.code(), words(refused), path, refused.metadata());
            case RequestMoved moved -> problem(moved.code(), words(moved), path, moved.metadata());
            case JsonProcessingException malformed -> problem(ProblemCode.BODY_INVALID, words(malformed), path);
            case StatusRuntimeException status -> ofCatalog(status, path);
            case WebApplicationException web -> ofFramework(web, path);
            case IOException left
            when left(left) ->
                problem(
                        ProblemCode.REQUEST_FAILED,
                        "The client went away.",
                        path); // nobody hears it, and no log needs it
            default -> {
                Log.errorf(failure, "request failed path=%s", path);
                yield problem(ProblemCode.INTERNAL, "Something went wrong on our side; it has been noted.", path);
            }
        };
    }

    private static boolean left(IOException failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < CAUSES_MAX && cause != null; depth++) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Returns the catalog's reason for a refusal, UPPER_SNAKE; empty if it gives none. */
    public static String reasonOf(StatusRuntimeException failure) {
        return errorInfo(failure).getReason();
    }

    private static Problem ofCatalog(StatusRuntimeException failure, String path) {
        Status status = failure.getStatus();
        String words = Optional.ofNullable(status.getDescription()).orElse("");
        ErrorInfo info = errorInfo(failure);
        return switch (status.getCode()) {
            case NOT_FOUND -> problem(missing(info), words, path, info.getMetadataMap());
            case INVALID_ARGUMENT -> ofBadArgument(info, words, path);
            case OUT_OF_RANGE -> problem(code(info, ProblemCode.INVALID_ARGUMENT), words, path, info.getMetadataMap());
            case UNAUTHENTICATED ->
                problem(code(info, ProblemCode.CREDENTIALS_REFUSED), words, path, info.getMetadataMap());
            case ALREADY_EXISTS, FAILED_PRECONDITION, ABORTED ->
                problem(code(info, ProblemCode.CONFLICT), words, path, info.getMetadataMap());
            case RESOURCE_EXHAUSTED -> problem(code(info, ProblemCode.BUSY), words, path, info.getMetadataMap());
            case UNAVAILABLE -> unavailable(info, path);
            case DEADLINE_EXCEEDED ->
                problem(ProblemCode.CATALOG_TOO_SLOW, "The catalog did not answer in time.", path);
            default -> {
                Log.errorf("catalog failed path=%s status=%s", path, status);
                yield problem(ProblemCode.CATALOG_FAILED, "The catalog could not answer this request.", path);
            }
        };
    }

    private static Problem unavailable(ErrorInfo info, String path) {
        return info.getReason().equals(ProblemCode.BUSY.name())
                ? problem(ProblemCode.BUSY, "Too much is asked at once.", path)
                : problem(ProblemCode.CATALOG_UNAVAILABLE, "The catalog cannot be reached right now.", path);
    }

    /** A key that nobody has, by which somebody comes, is no failure of a call; here it is one that was to be ended. */
    private static ProblemCode missing(ErrorInfo info) {
        return info.getReason().equals(ProblemCode.API_KEY_UNKNOWN.name())
                ? ProblemCode.KEY_NOT_FOUND
                : code(info, ProblemCode.NOT_FOUND);
    }

    /** The catalog calls a cursor a page token; our readers know it as cursor. */
    private static Problem ofBadArgument(ErrorInfo info, String words, String path) {
        if (info.getReason().equals("PAGE_TOKEN_INVALID")) {
            String detail = "The parameter \"cursor\" does not belong to this list with this order and filter.";
            return problem(ProblemCode.CURSOR_INVALID, detail, path, Map.of("parameter", "cursor"));
        }
        return problem(code(info, ProblemCode.INVALID_ARGUMENT), words, path, info.getMetadataMap());
    }

    private static Problem ofFramework(WebApplicationException failure, String path) {
        int status = failure.getResponse().getStatus();
        if (status == 400 && failure.getCause() instanceof JsonProcessingException malformed) {
            return problem(ProblemCode.BODY_INVALID, words(malformed), path);
        }
        return switch (status) {
            case 404 -> problem(ProblemCode.NO_SUCH_PAGE, "There is nothing at this address.", path);
            case 405 -> problem(ProblemCode.METHOD_NOT_ALLOWED, "This address does not take this method.", path);
            case 406 -> problem(ProblemCode.NOT_ACCEPTABLE, "This address has no such representation.", path);
            case 413 -> problem(ProblemCode.BODY_TOO_LARGE, "The body of the request is too large.", path);
            case 415 -> problem(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "This address takes no such body.", path);
            default -> {
                if (status >= 500) {
                    Log.errorf(failure, "request failed path=%s", path);
                }
                yield problem(ProblemCode.REQUEST_FAILED, status, "The request could not be answered.", path, Map.of());
            }
        };
    }

    private static Problem problem(ProblemCode code, String detail, String path) {
        return problem(code, detail, path, Map.of());
    }

    private static Problem problem(ProblemCode code, String detail, String path, Map<String, String> metadata) {
        return problem(code, code.status(), detail, path, metadata);
    }

    private static Problem problem(
            ProblemCode code, int status, String detail, String path, Map<String, String> metadata) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        Map<String, String> rest = new TreeMap<>(metadata);
        String parameter = Optional.ofNullable(rest.remove("parameter")).orElse("");
        return new Problem("about:blank", title, status, detail, path, code.name(), parameter, rest);
    }

    /** Says where the body is wrong, without the names of our classes. */
    private static String words(JsonProcessingException malformed) {
        String place = malformed instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> Optional.ofNullable(step.getFieldName()).orElse("[" + step.getIndex() + "]"))
                        .collect(Collectors.joining("."))
                : "";
        return place.isEmpty() ? "The body is no such JSON." : "The body is wrong at \"" + place + "\".";
    }

    private static String words(RuntimeException refusal) {
        return Optional.ofNullable(refusal.getMessage()).orElse("");
    }

    private static ProblemCode code(ErrorInfo info, ProblemCode otherwise) {
        return ProblemCode.of(info.getReason()).orElse(otherwise);
    }

    private static ErrorInfo errorInfo(StatusRuntimeException failure) {
        com.google.rpc.Status status = StatusProto.fromThrowable(failure);
        if (status != null) {
            for (Any detail : status.getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    return unpack(detail);
                }
            }
        }
        return ErrorInfo.getDefaultInstance();
    }

    private static ErrorInfo unpack(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException e) {
            return ErrorInfo.getDefaultInstance();
        }
    }
}
