package news.parallax.gateway.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.error.Parameters;
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
    static final Map<String, SideLabel> SIDES = Map.of(
            "left", SideLabel.LEFT,
            "center", SideLabel.CENTER,
            "right", SideLabel.RIGHT,
            "unrated", SideLabel.UNRATED);
    static final Map<String, BasisLabel> BASES = Map.of("all", BasisLabel.ALL, "independent", BasisLabel.INDEPENDENT);

    private final StoryClient stories;
    private final Visit visit;

    StoryResource(StoryClient stories, Visit visit) {
        this.stories = stories;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Stories, the weightiest or the latest first")
    public StoryListView list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"top", "latest"},
                                            defaultValue = "top"))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @Parameter(
                            description = "Only stories with a coverage gap",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("gap")
                    @Nullable
                    String gap) {
        boolean gapOnly = Parameters.choice("gap", gap, false, Map.of("true", true, "false", false));
        if (gapOnly) {
            visit.require(Capability.BIAS);
        }
        return visit.show(stories.list(new StoryQuery(
                Parameters.wholeNumber("limit", limit, 20, 1, 100),
                Objects.requireNonNullElse(cursor, ""),
                Parameters.choice("sort", sort, false, Map.of("top", false, "latest", true)),
                gapOnly,
                "")));
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(
            summary = "One story",
            description =
                    "Ids never die: that of a story that was merged into another answers 301 with the address of the "
                            + "remaining story.")
    public StoryView get(@PathParam("id") String id, @Context UriInfo request) {
        StoryView story = stories.get(id);
        StoryAddress.requireCurrent(id, story.id(), request);
        return visit.show(story);
    }

    @GET
    @Path("/{id}/articles")
    @RunOnVirtualThread
    @Operation(summary = "The articles of a story, latest publication first")
    public ArticleListView articles(
            @PathParam("id") String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"left", "center", "right", "unrated"}))
                    @QueryParam("side")
                    @Nullable
                    String side,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo request) {
        if (side != null) {
            visit.require(Capability.BIAS);
        }
        ArticleListView articles = stories.articles(
                id,
                side == null ? null : Parameters.choice("side", side, SideLabel.UNRATED, SIDES),
                Parameters.wholeNumber("limit", limit, 20, 1, 100),
                Objects.requireNonNullElse(cursor, ""));
        StoryAddress.requireCurrent(id, articles.storyId(), request);
        return visit.show(articles);
    }

    @GET
    @Path("/{id}/coverage")
    @RunOnVirtualThread
    @Operation(summary = "Who covers a story, now or at a past moment, with the outlets behind the numbers")
    public CoverageView coverage(
            @PathParam("id") String id,
            @Parameter(
                            description = "A past moment, RFC 3339",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("at")
                    @Nullable
                    String at,
            @Parameter(
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
                id, Parameters.moment("at", at), Parameters.choice("basis", basis, BasisLabel.ALL, BASES));
        StoryAddress.requireCurrent(id, coverage.storyId(), request);
        return visit.show(coverage);
    }
}
