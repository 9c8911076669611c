package news.parallax.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The alert rules and the dashboard name metrics that there are, and say what they are meant to. That each of these is
 * exported is seen in EndToEndIT. Expressions are judged by promtool, which `./dev test` names in PARALLAX_PROMTOOL.
 */
class AlertRulesTest {
    private static final Path RULES = MetricNames.DEPLOY.resolve("prometheus/alerts.yaml");
    private static final Path TRIALS = MetricNames.DEPLOY.resolve("prometheus/alerts.test.yaml");
    private static final Path DASHBOARD = MetricNames.DEPLOY.resolve("grafana/parallax.json");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Prometheus makes it itself. */
    private static final String UP = "up";

    @Test
    void namesAreReadOutOfExpressions() {
        assertThat(PromQl.metrics(
                        "sum by (le, job) (rate(a_total{b=\"c_total}\"}[5m])) / on (x) d_max > bool 0 or vector(1)"))
                .containsExactly("a_total", "d_max");
    }

    @Test
    void everyRuleNamesMetricsThatAreDocumented() throws IOException {
        assertThat(rules())
                .hasSizeGreaterThan(15)
                .allSatisfy((rule, expression) -> assertThat(PromQl.metrics(expression))
                        .as(rule)
                        .isNotEmpty()
                        .isSubsetOf(known()));
    }

    @Test
    void everyPanelNamesMetricsThatAreDocumented() throws IOException {
        assertThat(panels())
                .hasSizeGreaterThan(30)
                .allSatisfy(expression -> assertThat(PromQl.metrics(expression))
                        .as(expression)
                        .isNotEmpty()
                        .isSubsetOf(known()));
    }

    @Test
    void theDashboardShowsEveryMetricThatARuleWatches() throws IOException {
        Set<String> shown = new TreeSet<>(Set.of(UP, "jvm_memory_max_bytes"));
        panels().forEach(expression -> shown.addAll(PromQl.metrics(expression)));
        assertThat(shown)
                .containsAll(rules().values().stream()
                        .flatMap(expression -> PromQl.metrics(expression).stream())
                        .toList());
    }

    @Test
    void everyRuleIsTried() throws IOException {
        String trials = Files.readString(TRIALS);
        assertThat(rules().keySet()).allSatisfy(rule -> assertThat(trials).contains(rule));
    }

    @Test
    void promtoolTakesTheRulesAndTheySpeakWhenTheyAreMeantTo() throws Exception {
        assertThat(promtool("check", "rules", RULES.toString())).contains("SUCCESS");
        assertThat(promtool("test", "rules", TRIALS.toString())).contains("SUCCESS");
    }

    @Test
    void promtoolTakesEveryExpressionOfTheDashboard(@TempDir Path folder) throws Exception {
        var rules = new ArrayList<Map<String, String>>();
        panels().forEach(expression -> rules.add(
                Map.of("record", "panel:" + rules.size(), "expr", expression.replace("$__rate_interval", "5m"))));
        Path file = folder.resolve("panels.yaml");
        YAML.writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "panels", "rules", rules))));
        assertThat(promtool("check", "rules", file.toString())).contains("SUCCESS: " + rules.size());
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(MetricNames.samples());
        known.add(UP);
        return known;
    }

    private static Map<String, String> rules() throws IOException {
        Map<String, String> rules = new LinkedHashMap<>();
        for (JsonNode group : YAML.readTree(RULES.toFile()).get("groups")) {
            group.get("rules")
                    .forEach(rule -> rules.put(
                            rule.get("alert").asText(), rule.get("expr").asText()));
        }
        return rules;
    }

    private static List<String> panels() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr");
    }

    private static String promtool(String... words) throws Exception {
        Optional<String> program =
                Optional.ofNullable(System.getenv("PARALLAX_PROMTOOL")).filter(path -> !path.isEmpty());
        assumeTrue(program.isPresent(), "there is no promtool: rules and expressions are not tried");
        Process process = new ProcessBuilder(
                        Stream.concat(program.stream(), Stream.of(words)).toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
