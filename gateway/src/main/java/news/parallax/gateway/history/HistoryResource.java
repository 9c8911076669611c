package news.parallax.gateway.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.StoryAddress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a story came to be as it is, as JSON. */
@Singleton
@Path("/v1/stories/{id}")
@Tag(name = "Stories")
class HistoryResource {
    private final HistoryClient history;
    private final Visit visit;

    HistoryResource(HistoryClient history, Visit visit) {
        this.history = history;
        this.visit = visit;
    }

    @GET
    @Path("/events")
    @RunOnVirtualThread
    @Operation(
            operationId = "listStoryEvents",
            summary = "Changes of a story",
            description =
                    "How it was merged, split and changed by moves, newest first. The id of a story that was merged "
                            + "stands for itself here: its events tell why it ended.")
    public StoryEventListView events(
            @Parameter(description = "Id of the story.", example = "24b6c1cbb1d0c3f4a0a2") @PathParam("id") String id,
            @BeanParam PageParameters page) {
        return visit.show(history.events(id, page.limit(), page.cursor()));
    }

    @GET
    @Path("/coverage/history")
    @RunOnVirtualThread
    @Operation(
            operationId = "listCoverage",
            summary = "Who covered a story when",
            description =
                    "Each moment at which its outlets, or what is known of them, became others, earliest first, by "
                            + "time of storing.")
    public CoverageHistoryView coverage(
            @Parameter(description = "Id of the story.", example = "24b6c1cbb1d0c3f4a0a2") @PathParam("id") String id,
            @Parameter(
                            description = "Only moments then or later, RFC 3339.",
                            example = "2026-10-05T00:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Only moments before, RFC 3339.",
                            example = "2026-10-06T00:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    @Nullable
                    String to,
            @BeanParam PageParameters page,
            @Context UriInfo request) {
        CoverageHistoryView found = history.coverage(
                id, Parameters.moment("from", from), Parameters.moment("to", to), page.limit(), page.cursor());
        StoryAddress.requireCurrent(id, found.storyId(), request);
        return visit.show(found);
    }
}
