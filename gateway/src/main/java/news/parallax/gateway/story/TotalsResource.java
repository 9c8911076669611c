package news.parallax.gateway.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the catalog holds, as JSON. */
@Singleton
@Path("/v1/totals")
@Tag(name = "Stories")
class TotalsResource {
    private final StoryClient stories;

    TotalsResource(StoryClient stories) {
        this.stories = stories;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "getTotals",
            summary = "What the catalog holds",
            description = "How many articles, stories, outlets and feeds there are.")
    public TotalsView totals() {
        return stories.totals();
    }
}
