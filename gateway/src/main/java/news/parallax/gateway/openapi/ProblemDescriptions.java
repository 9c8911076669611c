package news.parallax.gateway.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.gateway.error.ProblemCode;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes what can go wrong, from the one list of codes. */
final class ProblemDescriptions {
    private static final String SCHEMA = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDescriptions() {}

    /** Adds the schema of problems. */
    static void addTo(OpenAPI api) {
        api.getComponents().addSchema(SCHEMA, schema());
    }

    /** Returns a reference to the response of a status, which is described once for all operations. */
    static APIResponse of(int status, OpenAPI api) {
        api.getComponents().addResponse(name(status), response(status));
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(status));
    }

    /** Whether a problem can have the status. */
    static boolean known(int status) {
        return statuses().anyMatch(each -> each == status);
    }

    private static Stream<Integer> statuses() {
        return Arrays.stream(ProblemCode.values()).map(ProblemCode::status).distinct();
    }

    private static String name(int status) {
        return SCHEMA + status;
    }

    private static List<ProblemCode> codes(int status) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.status() == status)
                .toList();
    }

    private static APIResponse response(int status) {
        String words = codes(status).stream()
                .map(code -> "`" + code + "`: " + code.text())
                .collect(Collectors.joining("\n- ", "- ", ""));
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", "As HTTP words it");
        example.put("status", status);
        example.put("detail", codes(status).getFirst().text());
        example.put("instance", "/v1/stories");
        example.put("code", codes(status).getFirst().name());
        return OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(
                                MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))
                                        .example(example)));
    }

    private static Schema schema() {
        Schema code = text("What went wrong, for programs; names are stable, and more may come.");
        Arrays.stream(ProblemCode.values()).map(ProblemCode::name).forEach(code::addEnumeration);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457).")
                .addProperty("type", text("Always about:blank: the code tells problems apart."))
                .addProperty("title", text("The HTTP status in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status."))
                .addProperty("detail", text("One sentence for people."))
                .addProperty("instance", text("Path of the request."))
                .addProperty("code", code)
                .addProperty("parameter", text("The query parameter at fault; absent if none is."))
                .addProperty(
                        "metadata",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("Values that the detail mentions; absent if none.")
                                .additionalPropertiesSchema(
                                        OASFactory.createSchema().addType(Schema.SchemaType.STRING)))
                .required(List.of("type", "title", "status", "detail", "instance", "code"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
