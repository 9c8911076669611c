package news.parallax.gateway.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.StoryAddress;
import news.parallax.gateway.rating.SideLabel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stories as JSON. */
@Singleton
@Path("/v1/stories")
@Tag(name = "Stories")
class StoryResource {
    private final StoryClient stories;
    private final SortedArticles sorted;
    private final Visit visit;

    StoryResource(StoryClient stories, SortedArticles sorted, Visit visit) {
        this.stories = stories;
        this.sorted = sorted;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listStories",
            summary = "Stories",
            description =
                    "The weightiest or the latest first, with all filters of the search. With filters other than gap, "
                            + "min-sources and one source, a story is found a moment after it came, and the list by weight ends "
                            + "after the stories that are highest on the front page.")
    public StoryListView list(
            @BeanParam SortParameters sort,
            @Parameter(
                            description = "Only stories with a coverage gap. Needs bias.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("gap")
                    @Nullable
                    String gap,
            @BeanParam CriteriaParameters criteria,
            @BeanParam PageParameters page) {
        boolean gapOnly = Parameters.flag("gap", gap);
        if (gapOnly) {
            visit.require(Capability.BIAS);
        }
        StoryCriteria asked = criteria.toCriteria(visit);
        return visit.show(stories.list(
                new StoryQuery(page.limit(), page.cursor(), sort.latest(), gapOnly ? asked.withGap() : asked)));
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "getStory",
            summary = "One story",
            description =
                    "Ids never die: that of a story that was merged into another answers 301 with the address of the "
                            + "remaining story.")
    public StoryView get(
            @Parameter(description = "Id of the story.", example = "24b6c1cbb1d0c3f4a0a2") @PathParam("id") String id,
            @Context UriInfo request) {
        StoryView story = stories.get(id);
        StoryAddress.requireCurrent(id, story.id(), request);
        return visit.show(story);
    }

    @GET
    @Path("/{id}/articles")
    @RunOnVirtualThread
    @Operation(
            operationId = "listStoryArticles",
            summary = "The articles of a story",
            description =
                    "Without their texts, which stay at the outlets. In other orders than the usual those of the latest 1,000 "
                            + "articles.")
    public ArticleListView articles(
            @Parameter(description = "Id of the story.", example = "24b6c1cbb1d0c3f4a0a2") @PathParam("id") String id,
            @Parameter(
                            description = "Only articles of outlets of this side. Needs bias.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"left", "center", "right", "unrated"}))
                    @QueryParam("side")
                    @Nullable
                    String side,
            @Parameter(
                            description =
                                    "In which order: latest publication first, earliest first, or far left to far right and then "
                                            + "unrated, which needs bias.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "oldest", "side"},
                                            defaultValue = "newest"))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @BeanParam PageParameters page,
            @Context UriInfo request) {
        ArticleOrder order = Parameters.choice("sort", sort, ArticleOrder.NEWEST, ArticleOrder.BY_KEY);
        if (side != null || order == ArticleOrder.SIDE) {
            visit.require(Capability.BIAS);
        }
        SideLabel label = side == null ? null : Parameters.choice("side", side, SideLabel.UNRATED, SideLabel.BY_KEY);
        ArticleListView articles = order == ArticleOrder.NEWEST
                ? stories.articles(id, label, page.limit(), page.cursor())
                : sorted.list(id, order, label, page.limit(), page.cursor());
        StoryAddress.requireCurrent(id, articles.storyId(), request);
        return visit.show(articles);
    }

    @GET
    @Path("/{id}/coverage")
    @RunOnVirtualThread
    @Operation(
            operationId = "getCoverage",
            summary = "Who covers a story",
            description = "How its outlets split, now or at a past moment, with the outlets behind the numbers.")
    public CoverageView coverage(
            @Parameter(description = "Id of the story.", example = "24b6c1cbb1d0c3f4a0a2") @PathParam("id") String id,
            @Parameter(
                            description = "A past moment, RFC 3339, by time of storing; now if it is not given.",
                            example = "2026-10-05T12:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("at")
                    @Nullable
                    String at,
            @Parameter(
                            description =
                                    "Which outlets are counted and listed: all, or those with a report of their own.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"all", "independent"},
                                            defaultValue = "all"))
                    @QueryParam("basis")
                    @Nullable
                    String basis,
            @Context UriInfo request) {
        CoverageView coverage = stories.coverage(
                id, Parameters.moment("at", at), Parameters.choice("basis", basis, BasisLabel.ALL, BasisLabel.BY_KEY));
        StoryAddress.requireCurrent(id, coverage.storyId(), request);
        return visit.show(coverage);
    }
}
