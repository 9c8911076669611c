package news.parallax.gateway.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import news.parallax.gateway.access.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Articles as JSON. */
@Singleton
@Path("/v1/articles")
@Tag(name = "Articles")
class ArticleResource {
    private final StoryClient stories;
    private final Visit visit;

    ArticleResource(StoryClient stories, Visit visit) {
        this.stories = stories;
        this.visit = visit;
    }

    @GET
    @Path("/{id}/membership")
    @RunOnVirtualThread
    @Operation(
            operationId = "getMembership",
            summary = "Why an article is in its story",
            description = "The articles it is nearest to, what it shares with them, and the next best story.")
    public ArticleMembershipView membership(
            @Parameter(description = "Id of the article.", example = "0f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f")
                    @PathParam("id")
                    String id) {
        return visit.show(stories.memberships(List.of(id)).getFirst());
    }
}
