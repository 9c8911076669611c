package news.parallax.gateway.reader;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Readers;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The account of a reader, as JSON. */
@Singleton
@Path("/v1/me")
@Tag(name = "Readers")
class AccountResource {
    private final AccountClient client;
    private final ReaderExport export;
    private final Readers readers;
    private final Visit visit;

    AccountResource(AccountClient client, ReaderExport export, Readers readers, Visit visit) {
        this.client = client;
        this.export = export;
        this.readers = readers;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "getMe",
            summary = "Who is asking, their plan and what it lets them see",
            description = "Who is asking, their plan and what it lets them see.")
    public ReaderView me() {
        return visit.reader();
    }

    @PATCH
    @RunOnVirtualThread
    @Operation(
            operationId = "updateMe",
            summary = "Changes name, language or edition; what is absent stays as it is",
            description = "Changes name, language or edition; what is absent stays as it is.")
    public ReaderView prefer(PreferencesBody body) {
        ReaderView reader = visit.requireOwner();
        ReaderView changed = client.updatePreferences(
                reader.id(),
                Objects.requireNonNullElse(body.name(), reader.name()),
                Objects.requireNonNullElse(body.language(), reader.language()),
                Objects.requireNonNullElse(body.edition(), reader.edition()));
        readers.forget(reader.id());
        return changed;
    }

    @DELETE
    @RunOnVirtualThread
    @Operation(
            operationId = "deleteMe",
            summary = "Deletes the reader and everything that belongs to them",
            description = "Deletes the reader and everything that belongs to them.")
    public void delete() {
        String id = visit.requireOwner().id();
        client.delete(id);
        readers.forget(id);
    }

    @GET
    @Path("export")
    @Produces("application/x-ndjson")
    @RunOnVirtualThread
    @Operation(
            operationId = "exportMe",
            summary = "Everything that is known of the reader, one JSON object a line",
            description = "Everything that is known of the reader, one JSON object a line.")
    public Response export() {
        StreamingOutput lines = export.of(visit.requireOwner().id());
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, ReaderExport.DISPOSITION)
                .build();
    }

    @GET
    @Path("keys")
    @RunOnVirtualThread
    @Operation(
            operationId = "listKeys",
            summary = "The reader's keys, without the keys themselves",
            description = "The reader's keys, without the keys themselves.")
    public KeyListView keys(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(client.keys(
                visit.requireOwner().id(),
                Parameters.wholeNumber("limit", limit, 20, 1, 100),
                Objects.requireNonNullElse(cursor, "")));
    }

    @POST
    @Path("keys")
    @RunOnVirtualThread
    @Operation(
            operationId = "createKey",
            summary = "Makes a key, which is told this once",
            description = "Only in a session of a browser: a key that leaked must not make others.")
    public Response createKey(KeyBody body) {
        ReaderView reader = requireSession();
        visit.require(Capability.API);
        boolean personal = Parameters.choice("scope", body.scope(), false, Map.of("read", false, "personal", true));
        NewKeyView made = client.createKey(reader.id(), Objects.requireNonNullElse(body.name(), ""), personal);
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @DELETE
    @Path("keys/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "revokeKey", summary = "Ends a key", description = "Ends a key.")
    public void revokeKey(@PathParam("id") String id) {
        String reader = visit.requireOwner().id();
        client.revokeKey(reader, id);
        readers.forget(reader);
    }

    @GET
    @Path("sessions")
    @RunOnVirtualThread
    @Operation(
            operationId = "listSessions",
            summary = "The browsers in which the reader is logged in, the latest first",
            description = "The browsers in which the reader is logged in, the latest first.")
    public SessionListView sessions(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(client.sessions(
                visit.requireOwner().id(),
                visit.sessionId(),
                Parameters.wholeNumber("limit", limit, 20, 1, 100),
                Objects.requireNonNullElse(cursor, "")));
    }

    @DELETE
    @Path("sessions/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "endSession", summary = "Ends a session", description = "Ends a session.")
    public void endSession(@PathParam("id") String id) {
        String reader = visit.requireOwner().id();
        client.endSession(reader, id);
        readers.forget(reader);
    }

    private ReaderView requireSession() {
        ReaderView reader = visit.requireOwner();
        if (visit.sessionId().isEmpty()) {
            throw new RequestRefused(
                    ProblemCode.SESSION_REQUIRED, "This is only for readers who are logged in.", Map.of());
        }
        return reader;
    }
}
