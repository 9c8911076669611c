package news.parallax.gateway.assistant;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;
import org.jspecify.annotations.Nullable;

/** What assistants can ask. Nothing changes anything; what a plan does not show is not told. */
@Singleton
class AssistantTools {
    private static final int STORIES_MOST = 10;
    private static final Map<String, BasisLabel> BASES =
            Map.of("all", BasisLabel.ALL, "independent", BasisLabel.INDEPENDENT);

    private final StoryClient stories;
    private final StorySearchClient searches;
    private final SourceClient sources;
    private final AssistantAnswers answers;
    private final Visit visit;
    private final AssistantVisit asking;

    AssistantTools(
            StoryClient stories,
            StorySearchClient searches,
            SourceClient sources,
            AssistantAnswers answers,
            Visit visit,
            AssistantVisit asking) {
        this.stories = stories;
        this.searches = searches;
        this.sources = sources;
        this.answers = answers;
        this.visit = visit;
        this.asking = asking;
    }

    @Tool(
            name = "search_stories",
            description =
                    "News stories by words, the best match first, or the latest: what their articles say and how their"
                            + " outlets split, each claim with its source.",
            annotations =
                    @Tool.Annotations(
                            title = "Search stories",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = StoryListAnswerView.class))
    @RunOnVirtualThread
    ToolResponse searchStories(
            @ToolArg(name = "query", description = "Words, \"phrases\", -not, begin*, a OR b") String query,
            @ToolArg(name = "latest", description = "By latest news instead of by match", defaultValue = "false")
                    boolean latest,
            @ToolArg(
                            name = "country",
                            description = "Only stories told by an outlet of this country, ISO 3166-1 alpha-2")
                    Optional<String> country,
            @ToolArg(name = "language", description = "Only stories with an article in this language, BCP-47")
                    Optional<String> language,
            @ToolArg(name = "since", description = "Only stories with news since then, RFC 3339")
                    Optional<String> since,
            @ToolArg(name = "limit", description = "Stories, 1 to 10", defaultValue = "5") int limit,
            @ToolArg(name = "cursor", description = "From an earlier answer, for the next stories")
                    Optional<String> cursor) {
        return asking.answer(
                () -> {
                    var criteria = new StoryCriteria(
                            Parameters.moment("since", since.orElse(null)),
                            null,
                            false,
                            0,
                            false,
                            country(country.orElse(null)),
                            new StoryCriteria.Articles(
                                    Parameters.texts("language", language.orElse(null), Parameters.LANGUAGE),
                                    List.of(),
                                    ""),
                            List.of());
                    var words = new SearchText(Parameters.required("query", query), "");
                    var stories =
                            searches.find(words, new StoryQuery(limit(limit), cursor.orElse(""), latest, criteria));
                    return answers.of("Stories found", visit.show(stories));
                },
                AssistantTexts::of);
    }

    private static StoryCriteria.Outlets country(@Nullable String country) {
        List<String> codes = Parameters.texts("country", country, Parameters.COUNTRY);
        return codes.isEmpty()
                ? StoryCriteria.Outlets.ANY
                : StoryCriteria.Outlets.ofCountry(codes.getFirst().toUpperCase(Locale.ROOT));
    }

    @Tool(
            name = "get_story",
            description =
                    "One news story: its headline, what its articles say, and how its outlets split. Each claim names"
                            + " its source and the address of the article.",
            annotations =
                    @Tool.Annotations(
                            title = "Get a story",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = StoryAnswerView.class))
    @RunOnVirtualThread
    ToolResponse getStory(
            @ToolArg(name = "story_id", description = "Id of a story; of a merged one too") String storyId) {
        return asking.answer(() -> answers.of(visit.show(stories.get(storyId))), AssistantTexts::of);
    }

    @Tool(
            name = "get_coverage",
            description = "Who covers a news story: every outlet with its bias, its articles and where its ratings are"
                    + " explained.",
            annotations =
                    @Tool.Annotations(
                            title = "Who covers a story",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = CoverageAnswerView.class))
    @RunOnVirtualThread
    ToolResponse getCoverage(
            @ToolArg(name = "story_id", description = "Id of a story") String storyId,
            @ToolArg(
                            name = "basis",
                            description =
                                    "all: every outlet once; independent: only outlets with a report of their own",
                            defaultValue = "all")
                    String basis) {
        return asking.answer(
                () -> answers.of(visit.show(
                        stories.coverage(storyId, null, Parameters.choice("basis", basis, BasisLabel.ALL, BASES)))),
                AssistantTexts::of);
    }

    @Tool(
            name = "list_gaps",
            description = "Stories with a coverage gap: left or right hardly covers what the other side does.",
            annotations =
                    @Tool.Annotations(
                            title = "Coverage gaps",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = StoryListAnswerView.class))
    @RunOnVirtualThread
    ToolResponse listGaps(
            @ToolArg(name = "limit", description = "Stories, 1 to 10", defaultValue = "5") int limit,
            @ToolArg(name = "cursor", description = "From an earlier answer, for the next stories")
                    Optional<String> cursor) {
        return asking.answer(
                () -> {
                    visit.require(Capability.BIAS);
                    var query = new StoryQuery(limit(limit), cursor.orElse(""), false, true, "");
                    return answers.of("Stories with a coverage gap", visit.show(stories.list(query)));
                },
                AssistantTexts::of);
    }

    @Tool(
            name = "get_source",
            description = "One news outlet by any of its domains: who rates it how, who owns it.",
            annotations =
                    @Tool.Annotations(
                            title = "Get an outlet",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = SourceAnswerView.class))
    @RunOnVirtualThread
    ToolResponse getSource(@ToolArg(name = "domain", description = "As in harbor.example") String domain) {
        return asking.answer(() -> answers.of(visit.show(sources.get(domain))), AssistantTexts::of);
    }

    private static int limit(int limit) {
        return Parameters.wholeNumber("limit", Integer.toString(limit), 5, 1, STORIES_MOST);
    }
}
