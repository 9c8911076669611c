package news.parallax.gateway.lookup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a browser extension asks of the page that is open, as JSON. */
@Singleton
@Path("/v1/lookup")
@Tag(name = "Search")
class LookupResource {
    private static final int URL_CHARACTERS = 2048;

    private final LookupClient pages;
    private final Visit visit;

    LookupResource(LookupClient pages, Visit visit) {
        this.pages = pages;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "lookup",
            summary = "What is known of a page",
            description =
                    "In which story the page is, and who is its outlet; the outlet is told even if the page is not "
                            + "known. Fragments and marks of those who passed the page on (utm_source …) do not matter.")
    public LookupView lookup(
            @Parameter(
                            required = true,
                            description = "Absolute http or https URL of the page.",
                            example = "https://harbor.example/hub",
                            schema = @Schema(type = SchemaType.STRING, format = "uri", maxLength = URL_CHARACTERS))
                    @QueryParam("url")
                    @Nullable
                    String url) {
        return visit.show(pages.lookup(Parameters.required("url", url, URL_CHARACTERS)));
    }
}
