package news.parallax.gateway.gap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.story.CriteriaParameters;
import news.parallax.gateway.story.SortParameters;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Coverage gaps as JSON. */
@Singleton
@Path("/v1/gaps")
@Tag(name = "Stories")
class GapResource {
    private final StoryClient stories;
    private final Visit visit;

    GapResource(StoryClient stories, Visit visit) {
        this.stories = stories;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listGaps",
            summary = "Stories with a coverage gap",
            description = "Stories that one side hardly covers, each with the rule that says so. Needs bias.")
    public StoryListView list(
            @BeanParam SortParameters sort, @BeanParam CriteriaParameters criteria, @BeanParam PageParameters page) {
        visit.require(Capability.BIAS);
        return visit.show(stories.list(new StoryQuery(
                page.limit(),
                page.cursor(),
                sort.latest(),
                criteria.toCriteria(visit).withGap())));
    }
}
