package news.parallax.gateway.source;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Outlets as JSON. */
@Singleton
@Path("/v1/sources")
@Tag(name = "Sources")
class SourceResource {
    private final SourceClient sources;
    private final Visit visit;

    SourceResource(SourceClient sources, Visit visit) {
        this.sources = sources;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Outlets by name, with their ratings")
    public SourceListView list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(sources.list(
                Parameters.wholeNumber("limit", limit, 20, 1, 100), Objects.requireNonNullElse(cursor, "")));
    }

    @GET
    @Path("/{domain: .+}")
    @RunOnVirtualThread
    @Operation(summary = "One outlet, by any of its domains")
    public RatedSourceView get(@PathParam("domain") String domain) {
        return visit.show(sources.get(domain));
    }
}
