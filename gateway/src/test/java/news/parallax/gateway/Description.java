package news.parallax.gateway;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The description of the API, and for each reading operation an address that has an answer in the {@link Edition}. */
final class Description {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String ARTICLE = Edition.articleId("https://harbor.example/hub");

    /** By operation; where an operation takes an id that the catalog gives, it is found first. */
    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("getMembership", "/v1/articles/" + ARTICLE + "/membership"),
            Map.entry("getBriefing", "/v1/briefing"),
            Map.entry("listEditions", "/v1/editions"),
            Map.entry("listStoriesOfCountry", "/v1/editions/countries/BE"),
            Map.entry("listStoriesOfLanguage", "/v1/editions/languages/nl"),
            Map.entry("listEvents", "/v1/events"),
            Map.entry("listGaps", "/v1/gaps"),
            Map.entry("lookup", "/v1/lookup?url=https%3A%2F%2Fharbor.example%2Fhub"),
            Map.entry("listPlaces", "/v1/places"),
            Map.entry("getPlace", "/v1/places/BE"),
            Map.entry("searchStories", "/v1/search?q=cargo"),
            Map.entry("listSources", "/v1/sources"),
            Map.entry("getSource", "/v1/sources/harbor.example"),
            Map.entry("explainSource", "/v1/sources/harbor.example/explanation"),
            Map.entry("getSourceProfile", "/v1/sources/harbor.example/profile"),
            Map.entry("listSourceFeeds", "/v1/sources/harbor.example/feeds"),
            Map.entry("listStories", "/v1/stories"),
            Map.entry("getStory", "/v1/stories/" + Edition.HUB),
            Map.entry("listStoryArticles", "/v1/stories/" + Edition.HUB + "/articles"),
            Map.entry("getCoverage", "/v1/stories/" + Edition.FERRY + "/coverage"),
            Map.entry("listCoverage", "/v1/stories/" + Edition.FERRY + "/coverage/history"),
            Map.entry("listStoryEvents", "/v1/stories/" + Edition.PATCH + "/events"),
            Map.entry("explainStory", "/v1/stories/" + Edition.FERRY + "/explanation"),
            Map.entry("listSubjects", "/v1/subjects"),
            Map.entry("getSubject", "/v1/subjects/{subject}"),
            Map.entry("listSuggestions", "/v1/suggestions?q=har"),
            Map.entry("listTopics", "/v1/topics"),
            Map.entry("getTopic", "/v1/topics/{subject}"),
            Map.entry("getTotals", "/v1/totals"));

    private final JsonNode document;

    private Description(JsonNode document) {
        this.document = document;
    }

    /**
     * An operation that reads.
     *
     * @param id its name
     * @param path its address, with parameters in braces
     * @param node what is said of it
     */
    record Operation(String id, String path, JsonNode node) {
        /** An address of it that has an answer. */
        String address() {
            String address = Optional.ofNullable(ADDRESSES.get(id))
                    .orElseThrow(() -> new AssertionError("no address is known for " + id + " " + path));
            return address.replace("{subject}", address.contains("{") ? topic() : "");
        }

        /** The schema of its answer. */
        JsonNode schema() {
            return node.at("/responses/200/content/application~1json/schema");
        }

        private static String topic() {
            return given().get("/v1/topics").jsonPath().getString("subjects.find { it.name == 'software' }.id");
        }
    }

    static Description read() {
        try {
            return new Description(
                    JSON.readTree(given().get("/q/openapi?format=json").asString()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** All that answer with JSON to GET, but for those of one reader and of operators. */
    List<Operation> reading() {
        List<Operation> found = new ArrayList<>();
        document.get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().get("get");
            boolean ofOneReader = path.getKey().matches("/v1/(me|desk)(/.*)?");
            if (get != null && !ofOneReader && !streams(get)) {
                found.add(new Operation(get.path("operationId").asText(), path.getKey(), get));
            }
        });
        return found;
    }

    private static boolean streams(JsonNode operation) {
        return operation.at("/responses/200/content").has("text/event-stream");
    }

    /** The schema itself, if this one only names another. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
