package news.parallax.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * One operation of the API: what can go wrong with it, and an example of its answer.
 *
 * @param api the API, with its components
 * @param path address of the operation
 * @param operation the operation
 */
record OperationDescription(OpenAPI api, String path, Operation operation) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STORY = "/v1/stories/{id}";
    private static final String STREAM = "/v1/stream";
    private static final String DESK = "/v1/desk/";
    /** What can go wrong with every request: a wrong parameter, an unknown key, too many requests, a catalog that is away. */
    private static final List<Integer> ALWAYS = List.of(400, 401, 406, 429, 500, 502, 503, 504);
    /** Questions that tell what not every plan includes. */
    private static final Set<String> GUARDED = Set.of("side", "bias", "factuality", "owner-category", "gap");

    void complete() {
        ALWAYS.stream().filter(ProblemDescriptions::known).forEach(this::add);
        if (path.startsWith(STORY) && !path.endsWith("/events")) {
            add(301);
        }
        if (path.equals("/v1/gaps") || parameters().stream().anyMatch(one -> GUARDED.contains(one.getName()))) {
            add(403);
        }
        if (path.contains("{") || path.equals("/v1/lookup") || path.equals(STREAM)) {
            add(404);
        }
        if (path.equals(STREAM)) {
            add(410);
        }
        if (path.startsWith(DESK)) {
            add(403);
        }
        if (path.startsWith(DESK + "groupings/")) {
            List.of(404, 409).forEach(this::add);
        }
        Optional.ofNullable(operation.getResponses().getAPIResponse("200")).ifPresent(this::exemplify);
    }

    private List<Parameter> parameters() {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    private void add(int status) {
        operation.getResponses().addAPIResponse(String.valueOf(status), ProblemDescriptions.of(status, api));
    }

    private void exemplify(APIResponse response) {
        if (response.getDescription() == null || response.getDescription().equals("OK")) {
            response.setDescription(operation.getSummary() + ".");
        }
        Content content = Optional.ofNullable(response.getContent()).orElseGet(OASFactory::createContent);
        Optional.ofNullable(content.getMediaType("application/json"))
                .ifPresent(json -> example(".json", file -> JSON.readValue(file, Object.class))
                        .ifPresent(json::setExample));
        Optional.ofNullable(content.getMediaType("text/event-stream"))
                .ifPresent(events -> example(".txt", file -> new String(file, StandardCharsets.UTF_8))
                        .ifPresent(events::setExample));
    }

    /** How a file is read. */
    private interface Reading {
        Object of(byte[] file) throws IOException;
    }

    /** A true answer, cut to its first entries: {@code openapi/examples/<operationId>} with that ending. */
    private Optional<Object> example(String ending, Reading reading) {
        String name = "/openapi/examples/" + operation.getOperationId() + ending;
        try (InputStream file = ApiDescription.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(reading.of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
