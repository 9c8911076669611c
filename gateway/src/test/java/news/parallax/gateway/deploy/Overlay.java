package news.parallax.gateway.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.parallax.gateway.Strangers;

/**
 * What an overlay of deploy/kubernetes comes to, rendered by kustomize.
 *
 * @param objects all of it
 */
record Overlay(String name, List<JsonNode> objects) {
    static final Path FOLDER = Path.of("../deploy/kubernetes");
    static final List<String> SERVICES = List.of("catalog", "clusterer", "crawler", "gateway");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    static Stream<String> names() throws IOException {
        try (var folders = Files.list(FOLDER.resolve("overlays"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** Skips the test, and says so, where there is no kubectl. */
    static Overlay of(String name) {
        return RENDERED.computeIfAbsent(name, Overlay::render);
    }

    private static Overlay render(String name) {
        Strangers.need("kubectl");
        String text = Strangers.run(FOLDER, List.of("kubectl", "kustomize", "overlays/" + name)); // needs no cluster
        return new Overlay(name, documents(text));
    }

    static List<JsonNode> documents(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> of(Kind kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind.name()))
                .toList();
    }

    JsonNode get(Kind kind, String name) {
        return of(kind).stream()
                .filter(object -> nameOf(object).equals(name))
                .findAny()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + this.name));
    }

    boolean has(Kind kind, String name) {
        return of(kind).stream().anyMatch(object -> nameOf(object).equals(name));
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** All containers of a deployment, those that run before it included. */
    static List<JsonNode> containers(JsonNode deployment) {
        JsonNode pod = deployment.at("/spec/template/spec");
        return Stream.of(pod.path("initContainers"), pod.path("containers"))
                .flatMap(Overlay::stream)
                .toList();
    }

    static JsonNode service(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    enum Kind {
        Certificate,
        Cluster,
        ConfigMap,
        Deployment,
        HorizontalPodAutoscaler,
        Ingress,
        NetworkPolicy,
        PodDisruptionBudget,
        Secret,
        Service,
        ServiceMonitor
    }
}
