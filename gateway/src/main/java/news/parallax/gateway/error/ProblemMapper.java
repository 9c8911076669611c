package news.parallax.gateway.error;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one place that picks HTTP statuses: from refusals of our own, from the catalog's gRPC status, from the framework. */
@Singleton
class ProblemMapper {
    private static final int TOO_SLOW = 504;

    /** Returns what to tell about the failure of a request for that path. */
    Problem toProblem(Throwable failure, String path) {
        return switch (failure) {
            case RequestRefused refused -> ofRefusal(refused, path);
            case StatusRuntimeException status -> ofCatalog(status, path);
            case WebApplicationException web -> ofFramework(web, path);
            default -> {
                Log.errorf(failure, "request failed path=%s", path);
                yield problem(500, "INTERNAL", "Something went wrong on our side; it has been noted.", path, Map.of());
            }
        };
    }

    private static Problem ofRefusal(RequestRefused refused, String path) {
        int status = switch (refused.reason()) {
            case PARAMETER_UNKNOWN, PARAMETER_INVALID, PARAMETER_REPEATED -> 400;
            case API_KEY_UNKNOWN -> 401;
            case CAPABILITY_LOCKED, CROSS_SITE_REQUEST -> 403;
        };
        return problem(status, refused.reason().name(), detail(refused), path, refused.metadata());
    }

    private static Problem ofCatalog(StatusRuntimeException failure, String path) {
        Status status = failure.getStatus();
        String words = Optional.ofNullable(status.getDescription()).orElse("");
        ErrorInfo info = errorInfo(failure);
        return switch (status.getCode()) {
            case NOT_FOUND -> problem(404, reason(info, "NOT_FOUND"), words, path, info.getMetadataMap());
            case INVALID_ARGUMENT -> ofBadArgument(info, words, path);
            case UNAVAILABLE ->
                problem(503, "CATALOG_UNAVAILABLE", "The catalog cannot be reached right now.", path, Map.of());
            case DEADLINE_EXCEEDED ->
                problem(TOO_SLOW, "CATALOG_TOO_SLOW", "The catalog did not answer in time.", path, Map.of());
            default -> {
                Log.errorf("catalog failed path=%s status=%s", path, status);
                yield problem(502, "CATALOG_FAILED", "The catalog could not answer this request.", path, Map.of());
            }
        };
    }

    /** The catalog calls a cursor a page token; our readers know it as cursor. */
    private static Problem ofBadArgument(ErrorInfo info, String words, String path) {
        if (info.getReason().equals("PAGE_TOKEN_INVALID")) {
            String detail = "The parameter \"cursor\" does not belong to this list with this order and filter.";
            return problem(400, "CURSOR_INVALID", detail, path, Map.of("parameter", "cursor"));
        }
        return problem(400, reason(info, "INVALID_ARGUMENT"), words, path, info.getMetadataMap());
    }

    private static Problem ofFramework(WebApplicationException failure, String path) {
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 -> problem(404, "NO_SUCH_PAGE", "There is nothing at this address.", path, Map.of());
            case 405 -> problem(405, "METHOD_NOT_ALLOWED", "This address does not take this method.", path, Map.of());
            case 406 -> problem(406, "NOT_ACCEPTABLE", "This address has no such representation.", path, Map.of());
            case 413 -> problem(413, "BODY_TOO_LARGE", "The body of the request is too large.", path, Map.of());
            case 415 -> problem(415, "MEDIA_TYPE_UNSUPPORTED", "This address takes no such body.", path, Map.of());
            default -> {
                if (status >= 500) {
                    Log.errorf(failure, "request failed path=%s", path);
                }
                yield problem(status, "REQUEST_FAILED", "The request could not be answered.", path, Map.of());
            }
        };
    }

    private static Problem problem(int status, String code, String detail, String path, Map<String, String> metadata) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        Map<String, String> rest = new TreeMap<>(metadata);
        String parameter = Optional.ofNullable(rest.remove("parameter")).orElse("");
        return new Problem("about:blank", title, status, detail, path, code, parameter, rest);
    }

    private static String detail(RequestRefused refused) {
        return Optional.ofNullable(refused.getMessage()).orElse("");
    }

    private static String reason(ErrorInfo info, String otherwise) {
        return info.getReason().isEmpty() ? otherwise : info.getReason();
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
