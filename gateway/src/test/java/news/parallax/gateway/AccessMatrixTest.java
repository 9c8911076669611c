package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.parallax.gateway.access.Capability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may see what: every route that reads × every plan × every field, walked from the description of the API, so that a new
 * route or field cannot be forgotten. {@link AccessFile} has what was seen.
 */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class AccessMatrixTest {
    /** Readers, each with the capabilities that the default settings give their plan. */
    private enum Reader {
        ANONYMOUS(Capability.BIAS),
        FREE(Capability.BIAS),
        PRO(Capability.BIAS),
        PREMIUM(Capability.BIAS, Capability.FACTUALITY),
        VANTAGE(Capability.BIAS, Capability.FACTUALITY, Capability.OWNERSHIP);

        private final Set<String> capabilities;

        Reader(Capability... capabilities) {
            this.capabilities =
                    Set.of(capabilities).stream().map(Capability::key).collect(Collectors.toSet());
        }

        Response get(String address) {
            RequestSpecification request = given().urlEncodingEnabled(false);
            if (this != ANONYMOUS) {
                request.header("X-Api-Key", "key-of-" + name().toLowerCase(Locale.ROOT));
            }
            return request.get(address);
        }

        boolean may(Set<String> needed) {
            return capabilities.containsAll(needed);
        }
    }

    /** Questions that would tell a guarded field, what they need, and a value. */
    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "side", List.of("bias", "left"),
            "bias", List.of("bias", "center"),
            "gap", List.of("bias", "true"),
            "factuality", List.of("factuality", "high"),
            "owner-category", List.of("ownership", "telecom"));

    private Description description;

    @BeforeEach
    void everythingIsIndexed() {
        Indexed.await();
        description = Description.read();
    }

    @Test
    void everyReaderSeesWhatTheirPlanIncludesAndNoMore() throws IOException {
        Set<String> guardedSeen = new TreeSet<>();
        var table = new StringBuilder("""
                Every JSON route that reads, for the default settings; seen and written by `AccessMatrixTest`, which fails when an answer
                differs. A field with ✓ is there when the catalog knows it, one with – never; what stands in a field goes with it. `?name` is
                a question that would tell a guarded field: – answers 403 `CAPABILITY_LOCKED`.

                | route | field | anonymous | free | pro | premium | vantage |
                |---|---|---|---|---|---|---|
                """);
        for (Description.Operation operation : description.reading()) {
            rows(operation, guardedSeen)
                    .forEach((field, marks) -> table.append("| `")
                            .append(operation.path())
                            .append("` | ")
                            .append(field)
                            .append(" | ")
                            .append(marks)
                            .append(" |\n"));
        }
        assertThat(guardedSeen)
                .as("every guarded field was in some answer")
                .containsExactlyInAnyOrderElementsOf(guardedInSchemas());
        AccessFile.check("Fields of the API", table.toString());
    }

    private Map<String, String> rows(Description.Operation operation, Set<String> guardedSeen) throws IOException {
        Map<String, Set<String>> declared = new TreeMap<>();
        Set<String> guardedHere = new TreeSet<>();
        declare("", operation.schema(), Set.of(), declared, guardedHere);
        Map<Reader, Set<String>> seen = new EnumMap<>(Reader.class);
        for (Reader reader : Reader.values()) {
            seen.put(reader, fields(operation, reader.get(operation.address()), declared));
        }
        Set<String> all = seen.get(Reader.VANTAGE);
        seen.forEach((reader, fields) -> assertThat(withoutLocks(fields))
                .as(operation.id() + " for " + reader)
                .isEqualTo(withoutLocks(all.stream()
                        .filter(field -> reader.may(declared.getOrDefault(field, Set.of())))
                        .collect(Collectors.toCollection(TreeSet::new)))));
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("what needs no capability", marks(seen, reader -> true));
        for (String guarded : guardedHere) {
            String field = guarded.substring(guarded.indexOf(' ') + 1);
            if (all.contains(field)) {
                guardedSeen.add(guarded.substring(0, guarded.indexOf(' ')));
            }
            rows.put("`" + field + "`", marks(seen, reader -> reader.may(declared.getOrDefault(field, Set.of()))));
        }
        rows.putAll(questions(operation));
        return rows;
    }

    private static String marks(Map<Reader, Set<String>> readers, Predicate<Reader> may) {
        return readers.keySet().stream()
                .map(reader -> may.test(reader) ? "✓" : "–")
                .collect(Collectors.joining(" | "));
    }

    private Map<String, String> questions(Description.Operation operation) {
        Map<String, String> rows = new LinkedHashMap<>();
        operation.node().path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            List<String> question = QUESTIONS.get(name);
            if (question == null || !parameter.path("in").asText().equals("query")) {
                return;
            }
            String address = operation.address();
            List<String> marks = new ArrayList<>();
            for (Reader reader : Reader.values()) {
                boolean may = reader.may(Set.of(question.getFirst()));
                Response answer =
                        reader.get(address + (address.contains("?") ? "&" : "?") + name + "=" + question.getLast());
                assertThat(answer.statusCode())
                        .as(operation.id() + " " + name + " for " + reader)
                        .isEqualTo(may ? 200 : 403);
                marks.add(may ? "✓" : "–");
            }
            rows.put("`?" + name + "`", String.join(" | ", marks));
        });
        return rows;
    }

    /**
     * Finds every field that an answer can have.
     *
     * @param declared to be filled: path of the field to the capabilities that it and what it stands in need
     * @param guarded to be filled: schema and field, a space, path; of fields that are guarded themselves
     */
    private void declare(
            String path, JsonNode schema, Set<String> needed, Map<String, Set<String>> declared, Set<String> guarded) {
        String name = schema.path("$ref").asText("").replaceFirst(".*/", "");
        JsonNode resolved = description.resolve(schema);
        if (resolved.has("items")) {
            declare(path + "[]", resolved.get("items"), needed, declared, guarded);
        }
        resolved.path("properties").properties().forEach(property -> {
            String field = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            Set<String> needs = new TreeSet<>(needed);
            JsonNode requires = property.getValue().path("x-requires");
            if (!requires.isMissingNode()) {
                needs.add(requires.asText());
                guarded.add(name + "." + property.getKey() + " " + field);
            }
            declared.put(field, needs);
            declare(field, property.getValue(), needs, declared, guarded);
        });
    }

    private Set<String> guardedInSchemas() {
        Set<String> guarded = new TreeSet<>();
        Map<String, Set<String>> declared = new TreeMap<>();
        description.reading().forEach(operation -> declare("", operation.schema(), Set.of(), declared, guarded));
        return guarded.stream()
                .map(each -> each.substring(0, each.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(
            Description.Operation operation, Response answer, Map<String, Set<String>> declared)
            throws JsonProcessingException {
        assertThat(answer.statusCode()).as(operation.id() + answer.asString()).isEqualTo(200);
        Set<String> found = new TreeSet<>();
        collect("", Description.JSON.readTree(answer.asString()), declared, found);
        return found;
    }

    /** What is not declared is a key of a map, unless its parent has declared fields. */
    private static void collect(String path, JsonNode node, Map<String, Set<String>> declared, Set<String> found) {
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, declared, found));
        }
        node.properties().forEach(property -> {
            String field = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            boolean map = declared.containsKey(path)
                    && declared.keySet().stream().noneMatch(each -> each.startsWith(path + "."));
            if (!map) {
                assertThat(declared).as("declared fields").containsKey(field);
                found.add(field);
                collect(field, property.getValue(), declared, found);
            }
        });
    }

    /** What is locked differs by plan, as it says what the plan leaves out. */
    private static Set<String> withoutLocks(Set<String> fields) {
        return fields.stream()
                .filter(field -> !field.equals("locked") && !field.endsWith(".locked"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
