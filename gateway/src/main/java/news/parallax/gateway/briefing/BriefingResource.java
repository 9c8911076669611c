package news.parallax.gateway.briefing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The daily briefing as JSON. */
@Singleton
@Path("/v1/briefing")
@Tag(name = "Editions")
class BriefingResource {
    private final Briefings briefings;
    private final Visit visit;

    BriefingResource(Briefings briefings, Visit visit) {
        this.briefings = briefings;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "getBriefing",
            summary = "The briefing of a day",
            description =
                    "The stories with news on the day that most outlets reported on their own, and the coverage gaps of "
                            + "the day. Outlets are counted as they were when the day ended, so a past day is told alike later.")
    public BriefingView get(
            @Parameter(
                            description = "The day in UTC, today or earlier; today if it is not given.",
                            example = "2026-10-05",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("date")
                    @Nullable
                    String date) {
        LocalDate today = briefings.today();
        return visit.show(briefings.of(Parameters.day("date", date, today)));
    }
}
