package news.parallax.gateway.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import news.parallax.gateway.access.Addresses;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Readers;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.jspecify.annotations.Nullable;

/** What operators do, by the forms of their pages; everything is kept in the audit trail, refusals too. */
@Singleton
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CorrectionPages {
    private final Corrections corrections;
    private final DeskClient desk;
    private final DirectoryClient directory;
    private final DeskPages pages;
    private final Readers readers;
    private final Visit visit;

    CorrectionPages(
            Corrections corrections,
            DeskClient desk,
            DirectoryClient directory,
            DeskPages pages,
            Readers readers,
            Visit visit) {
        this.corrections = corrections;
        this.desk = desk;
        this.directory = directory;
        this.pages = pages;
        this.readers = readers;
        this.visit = visit;
    }

    @POST
    @Path("merge")
    @RunOnVirtualThread
    public Response merge(
            @FormParam("story") @Nullable String story,
            @FormParam("others") @Nullable String others,
            @FormParam("reason") @Nullable String reason,
            @Context HttpServerRequest request) {
        corrections.merge(actor(request), new Correction(text(story), ids(others), text(reason)));
        return toGroupings(text(story));
    }

    @POST
    @Path("split")
    @RunOnVirtualThread
    public Response split(
            @FormParam("story") @Nullable String story,
            @FormParam("articles") @Nullable String articles,
            @FormParam("reason") @Nullable String reason,
            @Context HttpServerRequest request) {
        corrections.split(actor(request), new Correction(text(story), ids(articles), text(reason)));
        return toGroupings(text(story));
    }

    @POST
    @Path("move")
    @RunOnVirtualThread
    public Response move(
            @FormParam("story") @Nullable String story,
            @FormParam("articles") @Nullable String articles,
            @FormParam("reason") @Nullable String reason,
            @Context HttpServerRequest request) {
        corrections.move(actor(request), new Correction(text(story), ids(articles), text(reason)));
        return toGroupings(text(story));
    }

    @POST
    @Path("undo")
    @RunOnVirtualThread
    public Response undo(
            @FormParam("event") @Nullable String event,
            @FormParam("reason") @Nullable String reason,
            @Context HttpServerRequest request) {
        corrections.undo(actor(request), text(event), text(reason));
        return Response.seeOther(URI.create("/desk/groupings")).build();
    }

    @POST
    @Path("reports/settle")
    @RunOnVirtualThread
    public Response settle(
            @FormParam("report") @Nullable String report,
            @FormParam("accepted") @Nullable String accepted,
            @FormParam("note") @Nullable String note) {
        ReaderView operator = visit.requireOperator();
        desk.settle(text(report), "yes".equals(accepted), operator.id(), text(note));
        return Response.seeOther(URI.create("/desk")).build();
    }

    @POST
    @Path("readers/plan")
    @RunOnVirtualThread
    public Response setPlan(@FormParam("reader") @Nullable String reader, @FormParam("plan") @Nullable String plan) {
        ReaderView operator = visit.requireOperator();
        ReaderPlan chosen = Parameters.choice("plan", text(plan), ReaderPlan.FREE, ReaderPlan.BY_KEY);
        directory.setPlan(text(reader), chosen, operator.id());
        readers.forget(text(reader));
        return Response.seeOther(URI.create("/desk/readers")).build();
    }

    @POST
    @Path("imports")
    @RunOnVirtualThread
    public TemplateInstance send(
            @FormParam("format") @Nullable String format,
            @FormParam("rows") @Nullable String rows,
            @FormParam("dry") @Nullable String dry,
            @Context HttpServerRequest request) {
        Actor actor = actor(request);
        ImportFormat chosen = Parameters.choice("format", text(format), ImportFormat.SOURCES_CSV, ImportFormat.BY_KEY);
        return pages.imported(corrections.send(actor, chosen, text(rows), "yes".equals(dry)));
    }

    private Actor actor(HttpServerRequest request) {
        return new Actor(visit.requireOperator(), Addresses.of(request));
    }

    private static List<String> ids(@Nullable String text) {
        return Arrays.stream(text(text).split("[\\s,]+"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Response toGroupings(String story) {
        return Response.seeOther(
                        URI.create("/desk/groupings?story=" + URLEncoder.encode(story, StandardCharsets.UTF_8)))
                .build();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
