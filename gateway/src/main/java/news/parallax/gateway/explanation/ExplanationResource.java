package news.parallax.gateway.explanation;

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
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.StoryAddress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a story splits as it does, as JSON. */
@Singleton
@Path("/v1/stories/{id}/explanation")
@Tag(name = "Stories")
class ExplanationResource {
    private final Explanations explanations;
    private final Visit visit;

    ExplanationResource(Explanations explanations, Visit visit) {
        this.explanations = explanations;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "explainStory",
            summary = "Why a story splits as it does",
            description =
                    "The outlets behind each number, and of each outlet the ratings behind its label, with raters, "
                            + "dates, and the rule that makes one step of several ratings.")
    public SplitExplanationView get(
            @Parameter(description = "Id of the story.", example = "24b6c1cbb1d0c3f4a0a2") @PathParam("id") String id,
            @Parameter(
                            description = "Which outlets are counted: all, or those with a report of their own.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"all", "independent"},
                                            defaultValue = "all"))
                    @QueryParam("basis")
                    @Nullable
                    String basis,
            @BeanParam PageParameters page,
            @Context UriInfo request) {
        SplitExplanationView found = explanations.of(
                id, Parameters.choice("basis", basis, BasisLabel.ALL, BasisLabel.BY_KEY), page.limit(), page.cursor());
        StoryAddress.requireCurrent(id, found.storyId(), request);
        return visit.show(found);
    }
}
