package news.parallax.gateway.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Objects;
import news.parallax.gateway.access.Addresses;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Readers;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators do, by programs; everything is kept in the audit trail, refusals too. */
@Singleton
@Path("/v1/desk")
@Tag(name = "Desk")
class CorrectionResource {
    private final Corrections corrections;
    private final DeskClient desk;
    private final DirectoryClient directory;
    private final Readers readers;
    private final Visit visit;

    CorrectionResource(
            Corrections corrections, DeskClient desk, DirectoryClient directory, Readers readers, Visit visit) {
        this.corrections = corrections;
        this.desk = desk;
        this.directory = directory;
        this.readers = readers;
        this.visit = visit;
    }

    @POST
    @Path("groupings/merge")
    @RunOnVirtualThread
    @Operation(
            operationId = "mergeStories",
            summary = "Makes stories part of another one",
            description = "Takes storyId, storyIds and a reason. What people decide, the machine never undoes.")
    public CorrectionView merge(@Nullable CorrectionBody body, @Context HttpServerRequest request) {
        Actor actor = actor(request);
        Correction merge = Parameters.body(body).ofStories();
        corrections.merge(actor, merge);
        return new CorrectionView(merge.storyId());
    }

    @POST
    @Path("groupings/split")
    @RunOnVirtualThread
    @Operation(
            operationId = "splitStory",
            summary = "Makes a story of articles of another one",
            description = "Takes storyId, articleIds and a reason; answers with the id of the new story.")
    public CorrectionView split(@Nullable CorrectionBody body, @Context HttpServerRequest request) {
        return new CorrectionView(
                corrections.split(actor(request), Parameters.body(body).ofArticles()));
    }

    @POST
    @Path("groupings/move")
    @RunOnVirtualThread
    @Operation(
            operationId = "moveArticles",
            summary = "Puts articles into a story",
            description = "Takes storyId, articleIds and a reason.")
    public CorrectionView move(@Nullable CorrectionBody body, @Context HttpServerRequest request) {
        Actor actor = actor(request);
        Correction move = Parameters.body(body).ofArticles();
        corrections.move(actor, move);
        return new CorrectionView(move.storyId());
    }

    @POST
    @Path("groupings/undo")
    @RunOnVirtualThread
    @Operation(
            operationId = "undoStoryEvent",
            summary = "Takes back a merge, split or move",
            description = "Takes the eventId, as /v1/events has it, and a reason; an undo can be undone too.")
    public void undo(@Nullable UndoBody body, @Context HttpServerRequest request) {
        Actor actor = actor(request);
        UndoBody undo = Parameters.body(body);
        corrections.undo(actor, text(undo.eventId()), text(undo.reason()));
    }

    @POST
    @Path("reports/{id}/settle")
    @RunOnVirtualThread
    @Operation(
            operationId = "settleGroupingReport",
            summary = "Says how a report ends",
            description = "Accepted or not; nothing of the groupings changes by that.")
    public void settle(
            @Parameter(description = "Id of the report.") @PathParam("id") String id, @Nullable SettlementBody body) {
        ReaderView operator = visit.requireOperator();
        SettlementBody settlement = Parameters.body(body);
        desk.settle(id, Boolean.TRUE.equals(settlement.accepted()), operator.id(), text(settlement.note()));
    }

    @PATCH
    @Path("readers/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "setReaderPlan",
            summary = "Changes the plan of a reader",
            description = "It holds within seconds, and goes into the audit trail.")
    public ReaderView setPlan(
            @Parameter(description = "Id of the reader.") @PathParam("id") String id, @Nullable PlanBody body) {
        ReaderView operator = visit.requireOperator();
        ReaderPlan chosen =
                Parameters.choice("plan", text(Parameters.body(body).plan()), ReaderPlan.FREE, ReaderPlan.BY_KEY);
        ReaderView reader = directory.setPlan(id, chosen, operator.id());
        readers.forget(id);
        return visit.show(reader);
    }

    @POST
    @Path("imports")
    @RunOnVirtualThread
    @Operation(
            operationId = "importTable",
            summary = "Imports a table",
            description = "Rows that cannot be taken are reported and stop no other row.")
    public ImportReportView send(@Nullable ImportBody body, @Context HttpServerRequest request) {
        Actor actor = actor(request);
        ImportBody table = Parameters.body(body);
        ImportFormat chosen =
                Parameters.choice("format", text(table.format()), ImportFormat.SOURCES_CSV, ImportFormat.BY_KEY);
        return visit.show(new ImportReportView(
                corrections.send(actor, chosen, text(table.rows()), Boolean.TRUE.equals(table.dryRun()))));
    }

    private Actor actor(HttpServerRequest request) {
        return new Actor(visit.requireOperator(), Addresses.of(request));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
