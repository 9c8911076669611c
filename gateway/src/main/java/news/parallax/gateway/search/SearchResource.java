package news.parallax.gateway.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.story.CriteriaParameters;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Search as JSON. */
@Singleton
@Path("/v1/search")
@Tag(name = "Search")
class SearchResource {
    private final StorySearchClient searches;
    private final Visit visit;

    SearchResource(StorySearchClient searches, Visit visit) {
        this.searches = searches;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "searchStories",
            summary = "Stories by words",
            description =
                    "All words have to be in titles and leads of a story's articles, or be names of its outlets or "
                            + "subjects; accents and case do not matter. \"In quotes\" means next to each other, -word not that one, "
                            + "wor* words that begin so, a OR b one of both. A story is found a moment after it came. By relevance "
                            + "the list ends after the stories that are highest on the front page; by latest it has all.")
    public StoryListView search(
            @Parameter(
                            required = true,
                            description = "Words to find.",
                            example = "cargo \"Liège airport\" -strike",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 1000))
                    @QueryParam("q")
                    @Nullable
                    String q,
            @Parameter(
                            description = "Language of the words, BCP-47: they are also found inflected in it.",
                            example = "en",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 35))
                    @QueryParam("query-language")
                    @Nullable
                    String queryLanguage,
            @Parameter(
                            description = "In which order.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"relevance", "latest"},
                                            defaultValue = "relevance"))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @Parameter(
                            description = "Only stories with a coverage gap. Needs bias.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("gap")
                    @Nullable
                    String gap,
            @BeanParam CriteriaParameters criteria,
            @BeanParam PageParameters page) {
        String words = Parameters.required("q", q);
        List<String> languages = Parameters.texts("query-language", queryLanguage, Parameters.LANGUAGE);
        boolean latest = Parameters.choice("sort", sort, false, Map.of("relevance", false, "latest", true));
        boolean gapOnly = Parameters.flag("gap", gap);
        if (gapOnly) {
            visit.require(Capability.BIAS);
        }
        StoryCriteria asked = criteria.toCriteria(visit);
        var query = new StoryQuery(page.limit(), page.cursor(), latest, gapOnly ? asked.withGap() : asked);
        return visit.show(searches.find(new SearchText(words, languages.isEmpty() ? "" : languages.getFirst()), query));
    }
}
