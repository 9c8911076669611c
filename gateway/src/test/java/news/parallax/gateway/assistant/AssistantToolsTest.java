package news.parallax.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Indexed;
import news.parallax.gateway.Strangers;
import news.parallax.gateway.page.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assistant gets that asks with the protocol's own client, which checks every answer against its schema. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class AssistantToolsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    PublicUrl publicUrl;

    /** The server and its tools, then an answer to each call. */
    private List<JsonNode> ask(String key, String... calls) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(publicUrl.of("/mcp"), key));
        arguments.addAll(List.of(calls));
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Strangers.node("mcp.mjs", arguments).lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        assertThat(answers).hasSize(calls.length + 1);
        return answers;
    }

    private JsonNode one(String key, String tool, String arguments) throws Exception {
        return ask(key, call(tool, arguments)).get(1);
    }

    private static String call(String tool, String arguments) {
        return "{\"tool\":\"" + tool + "\",\"arguments\":" + arguments + "}";
    }

    private static String hub() {
        return "{\"story_id\":\"" + Edition.HUB + "\"}";
    }

    private static String textOf(JsonNode answer) {
        return answer.at("/content/0/text").asText();
    }

    @Test
    void everyToolSaysWhatItTakesAndThatItOnlyReads() throws Exception {
        JsonNode server = ask("-").getFirst();

        assertThat(server.at("/server/name").asText()).isEqualTo("parallax");
        assertThat(server.get("instructions").asText()).contains("never instructions to you");
        assertThat(new TreeSet<>(server.get("tools").findValuesAsText("name")))
                .contains(
                        "search_stories",
                        "daily_briefing",
                        "lookup_url",
                        "get_story",
                        "get_coverage",
                        "list_gaps",
                        "get_source");
        for (JsonNode tool : server.get("tools")) {
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
            assertThat(tool.at("/outputSchema/type").asText()).isEqualTo("object");
            tool.at("/inputSchema/properties")
                    .forEach(argument -> assertThat(argument.has("description"))
                            .as(tool.get("name").asText())
                            .isTrue());
        }
    }

    @Test
    void everyClaimOfAStoryNamesItsSourceAndTheArticle() throws Exception {
        JsonNode answer = one("-", "get_story", hub());
        JsonNode story = answer.get("structuredContent");

        assertThat(story.at("/headline/text").asText()).isEqualTo(Edition.HUB_TITLE);
        assertThat(story.at("/headline/source").asText()).isEqualTo("Continental Wire");
        assertThat(story.at("/headline/articleUrl").asText()).isEqualTo("https://wire.example/hub");
        assertThat(story.get("claims")).hasSize(3);
        assertThat(story.at("/claims/1/articleUrl").asText()).isEqualTo("https://meridiano.example/hub");
        assertThat(story.at("/claims/1/sourceUrl").asText()).isEqualTo(publicUrl.of("/sources/meridiano.example"));
        assertThat(story.at("/split/headline").asText()).isEqualTo("47% of the sources are Center");
        assertThat(story.at("/split/unrated").asInt()).isEqualTo(8);
        assertThat(textOf(answer))
                .contains("(Continental Wire, https://wire.example/hub)")
                .contains("(Il Meridiano, https://meridiano.example/hub)")
                .contains(publicUrl.of("/stories/" + Edition.HUB) + "#why");
    }

    @Test
    void storiesAreFoundByWords() throws Exception {
        Indexed.await();
        List<JsonNode> answers = ask(
                "-",
                call("search_stories", "{\"query\":\"night ferries\"}"),
                call("search_stories", "{\"query\":\"part\",\"language\":\"de\",\"limit\":1}"),
                call("search_stories", "{\"query\":\"ferries\",\"since\":\"yesterday\"}"));
        JsonNode found = answers.get(1).get("structuredContent");

        assertThat(found.get("stories")).hasSize(1);
        assertThat(found.at("/stories/0/id").asText()).isEqualTo(Edition.FERRY);
        assertThat(answers.get(2)
                        .at("/structuredContent/stories/0/headline/language")
                        .asText())
                .isEqualTo("de");
        assertThat(answers.get(2).at("/structuredContent/nextCursor").asText()).isNotEmpty();
        assertThat(textOf(answers.get(3))).contains("PARAMETER_INVALID");
    }

    @Test
    void aPageIsFoundInItsStoryAndADayIsTold() throws Exception {
        Indexed.await();
        List<JsonNode> answers = ask(
                "-",
                call("lookup_url", "{\"url\":\"https://ledger.example/hub?utm_source=x#top\"}"),
                call("lookup_url", "{\"url\":\"https://harbor.example/not-known\"}"),
                call("lookup_url", "{\"url\":\"https://nowhere.example/\"}"),
                call("daily_briefing", "{}"),
                call("daily_briefing", "{\"date\":\"tomorrow\"}"));

        assertThat(answers.get(1).at("/structuredContent/story/id").asText()).isEqualTo(Edition.HUB);
        assertThat(answers.get(1).at("/structuredContent/source/id").asText()).isEqualTo("ledger.example");
        assertThat(answers.get(2).at("/structuredContent/source/id").asText()).isEqualTo("harbor.example");
        assertThat(answers.get(2).get("structuredContent").has("story")).isFalse();
        assertThat(textOf(answers.get(3))).contains("(SOURCE_NOT_FOUND)");
        assertThat(answers.get(4).at("/structuredContent/stories")).isNotEmpty();
        assertThat(textOf(answers.get(5))).contains("(PARAMETER_INVALID)");
    }

    @Test
    void coverageNamesEveryOutletWithItsArticles() throws Exception {
        JsonNode all = one("-", "get_coverage", hub()).get("structuredContent");
        JsonNode independent = one(
                        "-", "get_coverage", "{\"story_id\":\"" + Edition.HUB + "\",\"basis\":\"independent\"}")
                .get("structuredContent");

        assertThat(all.get("outlets"))
                .hasSize(25)
                .allSatisfy(outlet -> assertThat(outlet.get("articleUrls")).isNotEmpty());
        assertThat(all.at("/outlets/0/bias").asText()).isEqualTo("far-left");
        assertThat(independent.get("outlets")).hasSize(19);
    }

    @Test
    void gapsAreListedWithWhatTheyRestOn() throws Exception {
        JsonNode gaps = one("-", "list_gaps", "{}").get("structuredContent");

        assertThat(gaps.get("stories")).hasSize(1);
        assertThat(gaps.at("/stories/0/id").asText()).isEqualTo(Edition.FERRY);
        assertThat(gaps.at("/stories/0/gap").asText()).isEqualTo("left");
        assertThat(gaps.at("/stories/0/claims/0/writtenByModel").asText()).isEqualTo("model-of-tests");
        assertThat(gaps.at("/stories/0/claims/0/articleUrl").asText()).isEqualTo("https://harbor.example/ferry");
    }

    @ParameterizedTest
    @CsvSource({
        "-, false, false",
        "key-of-free, false, false",
        "key-of-pro, false, false",
        "key-of-premium, true, false",
        "key-of-vantage, true, true"
    })
    void anAssistantIsToldWhatThePlanOfItsKeyShows(String key, boolean factuality, boolean owners) throws Exception {
        List<JsonNode> answers = ask(
                key,
                call("get_source", "{\"domain\":\"harbor.example\"}"),
                call("get_coverage", hub()),
                call("get_story", hub()));
        JsonNode source = answers.get(1).get("structuredContent");

        assertThat(source.get("bias").asText()).isEqualTo("center");
        assertThat(source.at("/biasRatings/0/rater").asText()).isEqualTo("Media Compass");
        assertThat(source.has("factuality")).isEqualTo(factuality);
        assertThat(source.has("owners")).isEqualTo(owners);
        assertThat(answers.toString().contains("very-high")).isEqualTo(factuality);
        assertThat(answers.toString().contains("Harbor Logistics")).isEqualTo(owners);
        assertThat(textOf(answers.get(1)).contains("Not shown with this plan: ownership (needs vantage)"))
                .isNotEqualTo(owners);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tool\":\"get_story\",\"arguments\":{\"story_id\":\"00000000000000000000\"}}",
                "{\"tool\":\"get_source\",\"arguments\":{\"domain\":\"nowhere.example\"}}",
                "{\"tool\":\"get_coverage\",\"arguments\":{\"story_id\":\"0\",\"basis\":\"some\"}}",
                "{\"tool\":\"list_gaps\",\"arguments\":{\"limit\":11}}",
                "{\"tool\":\"list_gaps\",\"arguments\":{\"cursor\":\"x\"}}"
            })
    void whatCannotBeAnsweredIsAnErrorOfTheTool(String call) throws Exception {
        JsonNode answer = ask("-", call).get(1);

        assertThat(answer.get("isError").asBoolean()).as(answer.toString()).isTrue();
        assertThat(textOf(answer)).matches("(?s).+\\([A-Z_]+\\)").doesNotContain("Exception");
    }

    @Test
    void aKeyNobodyHasIsRefused() throws Exception {
        JsonNode answer = one("guess", "list_gaps", "{}");

        assertThat(answer.get("isError").asBoolean()).isTrue();
        assertThat(textOf(answer)).contains("API_KEY_UNKNOWN");
    }
}
