package news.parallax.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.gateway.Strangers;
import news.parallax.gateway.deploy.Overlay.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay is what a cluster takes, and keeps the rules that no schema knows. */
class ManifestsIT {
    private static final Path README = Path.of("../deploy/README.md");
    private static final Path METRICS = Path.of("../deploy/METRICS.md");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|API_KEY|CREDENTIAL|USERNAME).*");
    private static final Set<String> OF_THE_PLATFORM = Set.of("JDK_JAVA_OPTIONS", "POD_IP");
    private static final List<String> PROBES = List.of("startup started", "liveness live", "readiness ready");

    static Stream<String> overlays() throws IOException {
        return Overlay.names();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsAsItsSchemaSays(String name) throws IOException {
        Overlay overlay = Overlay.of(name);
        Path file = Files.createTempFile(Path.of("target"), name, ".json");
        Files.writeString(file, new ObjectMapper().writeValueAsString(overlay.objects()));

        assertThat(Strangers.node("manifests.mjs", List.of(file.toAbsolutePath().toString())))
                .isEmpty();
        Files.delete(file);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void allFourServicesRunInThem(String name) {
        assertThat(Overlay.of(name).of(Kind.Deployment))
                .extracting(Overlay::nameOf)
                .containsExactlyInAnyOrderElementsOf(Overlay.SERVICES);
    }

    @Test
    void everyComponentIsPartOfAnOverlay() throws IOException {
        String all = Overlay.names()
                .map(name -> read(Overlay.FOLDER.resolve("overlays/" + name + "/kustomization.yaml")))
                .collect(Collectors.joining());
        try (var components = Files.list(Overlay.FOLDER.resolve("components"))) {
            assertThat(components)
                    .isNotEmpty()
                    .allSatisfy(component ->
                            assertThat(all).contains("../../components/" + component.getFileName() + "\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void containersCanDoNothingButTheirWork(String name) {
        for (JsonNode deployment : Overlay.of(name).of(Kind.Deployment)) {
            JsonNode pod = deployment.at("/spec/template/spec");
            String what = Overlay.nameOf(deployment);
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(what)
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).as(what).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                    .as(what)
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(what)
                    .isFalse();
            assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                    .as(what)
                    .isFalse();
            assertThat(Overlay.stream(pod.path("volumes")))
                    .as(what)
                    .allSatisfy(volume -> assertThat(volume.has("hostPath")).isFalse());
            for (JsonNode container : Overlay.containers(deployment)) {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("readOnlyRootFilesystem").asBoolean())
                        .as(what)
                        .isTrue();
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .as(what)
                        .isFalse();
                assertThat(Overlay.texts(security.at("/capabilities/drop")))
                        .as(what)
                        .containsExactly("ALL");
                assertThat(security.at("/capabilities/add").isMissingNode())
                        .as(what)
                        .isTrue();
                assertThat(container.at("/resources/limits/memory"))
                        .as(what)
                        .isEqualTo(container.at("/resources/requests/memory"));
                assertThat(container.at("/resources/requests/cpu").asText())
                        .as(what)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void secretsAreOnlyNamed(String name) {
        Overlay overlay = Overlay.of(name);
        assertThat(overlay.of(Kind.Secret)).isEmpty();
        for (JsonNode deployment : overlay.of(Kind.Deployment)) {
            for (JsonNode variable : variables(deployment)) {
                if (SECRET.matcher(variable.path("name").asText()).matches()) {
                    assertThat(variable.has("value")).as(variable.toString()).isFalse();
                    assertThat(read(README))
                            .contains("`"
                                    + variable.at("/valueFrom/secretKeyRef/name")
                                            .asText() + "`");
                }
            }
        }
        assertThat(overlay.of(Kind.ConfigMap))
                .allSatisfy(map -> map.path("data")
                        .properties()
                        .forEach(entry -> assertThat(entry.getKey()
                                        + entry.getValue().asText().toLowerCase())
                                .doesNotContainPattern("(?<!without )password ?[=:'\"]")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceIsSpreadScaledAndReplacedWithoutAGap(String name) {
        Overlay overlay = Overlay.of(name);
        for (JsonNode deployment : overlay.of(Kind.Deployment)) {
            String service = Overlay.nameOf(deployment);
            JsonNode selector = deployment.at("/spec/selector");
            assertThat(overlay.get(Kind.PodDisruptionBudget, service).at("/spec/selector"))
                    .isEqualTo(selector);
            assertThat(overlay.get(Kind.HorizontalPodAutoscaler, service)
                            .at("/spec/metrics/0/resource/name")
                            .asText())
                    .isEqualTo("cpu");
            assertThat(deployment.at("/spec/replicas").isMissingNode())
                    .as("replicas are the autoscaler's")
                    .isTrue();
            assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable"))
                    .hasToString("0");
            assertThat(Overlay.stream(deployment.at("/spec/template/spec/topologySpreadConstraints")))
                    .hasSize(2)
                    .allSatisfy(
                            spread -> assertThat(spread.path("labelSelector")).isEqualTo(selector));
            assertThat(deployment
                            .at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt())
                    .isGreaterThan(Overlay.service(deployment)
                                    .at("/lifecycle/preStop/sleep/seconds")
                                    .asInt()
                            + 30);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void threeProbesAskThreeQuestions(String name) {
        for (JsonNode deployment : Overlay.of(name).of(Kind.Deployment)) {
            for (String probe : PROBES) {
                String[] words = probe.split(" ");
                JsonNode asked = Overlay.service(deployment).path(words[0] + "Probe");
                assertThat(asked.at("/httpGet/path").asText())
                        .as(Overlay.nameOf(deployment))
                        .isEqualTo("/q/health/" + words[1]);
                assertThat(Overlay.service(deployment).at("/ports").findValuesAsText("name"))
                        .contains(asked.at("/httpGet/port").asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void clientsFindEveryCopyByTheNameOfItsService(String name) {
        Overlay overlay = Overlay.of(name);
        for (JsonNode deployment : overlay.of(Kind.Deployment)) {
            String service = Overlay.nameOf(deployment);
            JsonNode found = overlay.get(Kind.Service, service);
            assertThat(found.at("/spec/selector")).isEqualTo(deployment.at("/spec/selector/matchLabels"));
            assertThat(found.at("/spec/clusterIP").asText()).isEqualTo(service.equals("gateway") ? "" : "None");
            assertThat(found.at("/spec/ports/0/port"))
                    .isEqualTo(Overlay.service(deployment).at("/ports/0/containerPort"));
            assertThat(found.at("/spec/type").isMissingNode()).isTrue();
            for (JsonNode variable : variables(deployment)) {
                if (variable.path("name").asText().matches("QUARKUS_GRPC_CLIENTS_.*_HOST")) {
                    assertThat(overlay.get(Kind.Service, variable.path("value").asText())
                                    .at("/spec/clusterIP")
                                    .asText())
                            .isEqualTo("None");
                }
            }
        }
        assertThat(overlay.of(Kind.ServiceMonitor)).allSatisfy(monitor -> {
            JsonNode watched = overlay.get(Kind.Service, Overlay.nameOf(monitor));
            assertThat(monitor.at("/spec/selector/matchLabels").properties())
                    .isNotEmpty()
                    .allSatisfy(label -> assertThat(watched.at(
                                    "/metadata/labels/" + label.getKey().replace("/", "~1")))
                            .isEqualTo(label.getValue()));
            assertThat(watched.at("/spec/ports").findValuesAsText("name"))
                    .contains(monitor.at("/spec/endpoints/0/port").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySettingIsOneThatTheServiceHas(String name) throws Exception {
        Overlay overlay = Overlay.of(name);
        for (JsonNode deployment : overlay.of(Kind.Deployment)) {
            RealSettings real = RealSettings.of(Overlay.nameOf(deployment));
            assertThat(real.has("QUARKUS_HTTP_PORT") && !real.has("QUARKUS_HTTP_PORTS"))
                    .isTrue();
            List<String> names = new ArrayList<>();
            for (JsonNode container : Overlay.containers(deployment)) {
                container
                        .path("env")
                        .forEach(variable -> names.add(variable.path("name").asText()));
                container
                        .path("envFrom")
                        .forEach(from -> overlay.get(
                                        Kind.ConfigMap,
                                        from.at("/configMapRef/name").asText())
                                .path("data")
                                .fieldNames()
                                .forEachRemaining(names::add));
            }
            names.removeAll(OF_THE_PLATFORM);
            assertThat(names).as(Overlay.nameOf(deployment)).isNotEmpty().allMatch(real::has);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatIsNamedIsThere(String name) {
        Overlay overlay = Overlay.of(name);
        for (JsonNode deployment : overlay.of(Kind.Deployment)) {
            for (JsonNode variable : variables(deployment)) {
                JsonNode named = variable.at("/valueFrom/configMapKeyRef");
                assertThat(named.isMissingNode()
                                || overlay.get(
                                                Kind.ConfigMap,
                                                named.path("name").asText())
                                        .path("data")
                                        .has(named.path("key").asText()))
                        .as(variable.toString())
                        .isTrue();
            }
        }
        for (JsonNode scaler : overlay.of(Kind.HorizontalPodAutoscaler)) {
            assertThat(overlay.has(
                            Kind.Deployment,
                            scaler.at("/spec/scaleTargetRef/name").asText()))
                    .isTrue();
        }
    }

    @Test
    void whatCopiesAreScaledByIsMeasured() {
        List<String> named = Overlay.of("large").of(Kind.HorizontalPodAutoscaler).stream()
                .flatMap(scaler -> Overlay.stream(scaler.at("/spec/metrics")))
                .map(metric -> metric.at("/external/metric/name").asText())
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(named)
                .hasSize(2)
                .allSatisfy(name -> assertThat(read(METRICS)).contains("| `" + name + "` | gauge"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theDatabaseHasAConnectionForEveryCopy(String name) {
        Overlay overlay = Overlay.of(name);
        JsonNode cluster = overlay.get(Kind.Cluster, "postgres").path("spec");
        int copies = overlay.get(Kind.HorizontalPodAutoscaler, "catalog")
                        .at("/spec/maxReplicas")
                        .asInt()
                + 1; // while it is replaced
        int ofCatalog = Overlay.stream(cluster.at("/managed/roles"))
                .filter(role -> role.path("name").asText().equals("parallax_catalog"))
                .mapToInt(role -> role.path("connectionLimit").asInt())
                .sum();
        Map<String, String> properties = read(Path.of("../catalog/src/main/resources/application.properties"))
                .lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));

        assertThat(copies * Integer.parseInt(properties.get("quarkus.datasource.jdbc.max-size")))
                .isLessThanOrEqualTo(ofCatalog);
        assertThat(ofCatalog)
                .isLessThan(cluster.at("/postgresql/parameters/max_connections").asInt() - 20);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void imagesAreThoseThatTheBuildMakes(String name) {
        Set<String> images = new TreeSet<>();
        String version = read(Path.of("../pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        for (JsonNode deployment : Overlay.of(name).of(Kind.Deployment)) {
            Overlay.containers(deployment)
                    .forEach(container -> images.add(container.path("image").asText()));
        }
        assertThat(images)
                .containsExactlyInAnyOrderElementsOf(Overlay.SERVICES.stream()
                        .map(service -> "parallax/" + service + ":" + version)
                        .toList());
    }

    private static List<JsonNode> variables(JsonNode deployment) {
        return Overlay.containers(deployment).stream()
                .flatMap(container -> Overlay.stream(container.path("env")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
