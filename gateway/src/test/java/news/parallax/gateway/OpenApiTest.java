package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import news.parallax.gateway.error.ProblemCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The description of the API: complete, true, and without complaint by a linter of others. With
 * {@code -Dparallax.examples=write} its examples are written anew from what the gateway answers.
 */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class OpenApiTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");
    private static final int EXAMPLE_ENTRIES = 2;

    private Description description;

    @BeforeEach
    void everythingIsIndexed() {
        Indexed.await();
        description = Description.read();
    }

    private static JsonNode answer(Description.Operation operation) throws IOException {
        Response response = given().urlEncodingEnabled(false)
                .header("X-Api-Key", "key-of-vantage")
                .get(operation.address());
        assertThat(response.statusCode())
                .as(operation.id() + response.asString())
                .isEqualTo(200);
        return Description.JSON.readTree(response.asString());
    }

    @Test
    void everyOperationSaysWhatItDoesWhatItTakesAndWhatCanGoWrong() {
        description.reading().forEach(operation -> {
            JsonNode node = operation.node();
            assertThat(operation.id()).as(operation.path()).isNotBlank();
            assertThat(node.path("summary").asText()).as(operation.id()).isNotBlank();
            assertThat(node.path("description").asText()).as(operation.id()).endsWith(".");
            assertThat(node.path("tags")).as(operation.id()).hasSize(1);
            node.path("parameters").forEach(parameter -> {
                String name = operation.id() + " " + parameter.path("name").asText();
                assertThat(parameter.path("description").asText()).as(name).endsWith(".");
                assertThat(parameter.path("schema").path("type").asText())
                        .as(name)
                        .isNotBlank();
            });
            assertThat(node.path("responses").properties().stream().map(Map.Entry::getKey))
                    .as(operation.id())
                    .contains("200", "400", "401", "406", "503");
        });
    }

    @Test
    void everyFieldOfEveryAnswerIsDescribed() {
        description
                .document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            boolean ofView = schema.getKey().contains("View");
                            assertThat(property.getValue().path("description").asText())
                                    .as(schema.getKey() + "." + property.getKey())
                                    .satisfies(text -> assertThat(!ofView || text.endsWith("."))
                                            .isTrue());
                        }));
    }

    @Test
    void everyAnswerIsAsItsSchemaSays() throws IOException {
        for (Description.Operation operation : description.reading()) {
            assertThat(schema(operation).validate(answer(operation)))
                    .as(operation.id())
                    .isEmpty();
        }
    }

    @Test
    void everyOperationHasAnExampleThatFitsItsSchema() throws IOException {
        if (System.getProperty("parallax.examples", "").equals("write")) {
            writeExamples();
        }
        for (Description.Operation operation : description.reading()) {
            JsonNode example = operation.node().at("/responses/200/content/application~1json/example");
            assertThat(example.isMissingNode()).as(operation.id()).isFalse();
            assertThat(schema(operation).validate(example)).as(operation.id()).isEmpty();
        }
    }

    @Test
    void theStreamIsDescribedWithWhatItTakesAndHowItsEventsLook() throws IOException {
        JsonNode stream = description.document().at("/paths/~1v1~1stream/get");
        Map<String, String> parameters = new TreeMap<>();
        stream.path("parameters")
                .forEach(parameter -> parameters.put(
                        parameter.path("name").asText(),
                        parameter.path("description").asText()));
        String example =
                stream.at("/responses/200/content/text~1event-stream/example").asText();

        assertThat(parameters)
                .containsOnlyKeys(
                        "Last-Event-ID",
                        "country",
                        "event",
                        "gap",
                        "language",
                        "last-event-id",
                        "min-sources",
                        "source",
                        "story",
                        "subject")
                .allSatisfy((name, text) -> assertThat(text).as(name).endsWith("."));
        assertThat(stream.path("responses").properties().stream().map(Map.Entry::getKey))
                .contains("200", "400", "403", "404", "410", "429");
        assertThat(example.lines().filter(line -> line.startsWith("event: ")))
                .containsExactly("event: changed", "event: merged");
        JsonNode merged = Description.JSON.readTree(example.lines()
                .filter(line -> line.contains("mergedInto"))
                .findFirst()
                .orElseThrow()
                .substring(6));
        assertThat(merged.path("aspects").get(0).asText()).isEqualTo("merged");
    }

    @Test
    void aLinterOfOthersFindsNothing() throws IOException {
        Path file = Files.createDirectories(Path.of("target/openapi"))
                .resolve("openapi.json")
                .toAbsolutePath();
        Files.writeString(file, given().get("/q/openapi?format=json").asString());

        assertThat(Strangers.node(
                        "node_modules/@redocly/cli/bin/cli.js",
                        List.of("lint", file.toString(), "--extends", "recommended", "--format", "stylish")))
                .contains("Your API description is valid")
                .doesNotContainPattern("You have \\d");
    }

    @Test
    void theReadmeListsEveryCode() throws IOException {
        String table = Arrays.stream(ProblemCode.values())
                .map(code -> "| `" + code + "` | " + code.status() + " | " + code.text() + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("README.md"))).contains(table);
        assertThat(StreamSupport.stream(
                                description
                                        .document()
                                        .at("/components/schemas/Problem/properties/code/enum")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asText))
                .containsExactly(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toArray(String[]::new));
    }

    private JsonSchema schema(Description.Operation operation) {
        ObjectNode schema = operation.schema().deepCopy();
        schema.set("components", description.document().get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private void writeExamples() throws IOException {
        Files.createDirectories(EXAMPLES);
        for (Description.Operation operation : description.reading()) {
            JsonNode example = cut(answer(operation));
            Files.writeString(
                    EXAMPLES.resolve(operation.id() + ".json"),
                    Description.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        }
    }

    /** Lists have two entries in an example. */
    private static JsonNode cut(JsonNode node) {
        if (node instanceof ArrayNode list) {
            List<JsonNode> kept = new ArrayList<>();
            list.forEach(kept::add);
            ArrayNode few = Description.JSON.createArrayNode();
            kept.stream().limit(EXAMPLE_ENTRIES).map(OpenApiTest::cut).forEach(few::add);
            return few;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Description.JSON.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), cut(field.getValue())));
            return copy;
        }
        return node;
    }
}
