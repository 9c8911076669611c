package news.parallax.gateway.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of all stories as JSON. */
@Singleton
@Path("/v1/events")
@Tag(name = "Stories")
class EventResource {
    private final HistoryClient history;
    private final Visit visit;

    EventResource(HistoryClient history, Visit visit) {
        this.history = history;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listEvents",
            summary = "Changes of stories",
            description = "How stories were merged, split and changed by moves, newest first. Editors are not named.")
    public StoryEventListView events(@BeanParam PageParameters page) {
        return visit.show(history.events("", page.limit(), page.cursor()));
    }
}
