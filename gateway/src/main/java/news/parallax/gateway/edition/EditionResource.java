package news.parallax.gateway.edition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.story.SortParameters;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Editions as JSON. */
@Singleton
@Path("/v1/editions")
@Tag(name = "Editions")
class EditionResource {
    private final EditionClient editions;
    private final StoryClient stories;
    private final Visit visit;

    EditionResource(EditionClient editions, StoryClient stories, Visit visit) {
        this.editions = editions;
        this.stories = stories;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listEditions",
            summary = "Editions",
            description = "Countries and languages with outlets, those with most outlets first.")
    public EditionListView list() {
        return visit.show(editions.list());
    }

    @GET
    @Path("/countries/{code}")
    @RunOnVirtualThread
    @Operation(
            operationId = "listStoriesOfCountry",
            summary = "The edition of a country",
            description = "Stories told by an outlet of the country.")
    public StoryListView country(
            @Parameter(description = "ISO 3166-1 alpha-2 code.", example = "BE") @PathParam("code") String code,
            @BeanParam SortParameters sort,
            @BeanParam PageParameters page) {
        String country = require(code.toUpperCase(Locale.ROOT), editions.list().countries());
        return list(StoryCriteria.of(StoryCriteria.Outlets.ofCountry(country)), sort, page);
    }

    @GET
    @Path("/languages/{code}")
    @RunOnVirtualThread
    @Operation(
            operationId = "listStoriesOfLanguage",
            summary = "The edition of a language",
            description = "Stories with an article in the language.")
    public StoryListView language(
            @Parameter(description = "BCP-47 tag without region.", example = "nl") @PathParam("code") String code,
            @BeanParam SortParameters sort,
            @BeanParam PageParameters page) {
        String language = require(code.toLowerCase(Locale.ROOT), editions.list().languages());
        return list(StoryCriteria.of(new StoryCriteria.Articles(List.of(language), List.of(), "")), sort, page);
    }

    private StoryListView list(StoryCriteria criteria, SortParameters sort, PageParameters page) {
        return visit.show(stories.list(new StoryQuery(page.limit(), page.cursor(), sort.latest(), criteria)));
    }

    private static String require(String code, List<EditionView> known) {
        return known.stream()
                .map(EditionView::code)
                .filter(code::equals)
                .findFirst()
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.EDITION_NOT_FOUND, "No outlet is of " + code + ".", Map.of("code", code)));
    }
}
