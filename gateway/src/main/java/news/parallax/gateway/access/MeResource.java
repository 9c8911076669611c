package news.parallax.gateway.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells readers who they are. */
@Singleton
@Path("/v1/me")
@Tag(name = "Readers")
class MeResource {
    private final Visit visit;

    MeResource(Visit visit) {
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "getMe",
            summary = "Who is reading",
            description = "The reader of the API key, their plan and what it lets them see.")
    public ReaderView me() {
        return visit.reader();
    }
}
