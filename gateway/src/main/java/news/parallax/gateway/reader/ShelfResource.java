package news.parallax.gateway.reader;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.rating.BiasLabel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a reader saved, rates otherwise and read, as JSON. */
@Singleton
@Path("/v1/me")
@Tag(name = "Readers")
class ShelfResource {
    private final ShelfClient client;
    private final Shelf shelf;
    private final Visit visit;

    ShelfResource(ShelfClient client, Shelf shelf, Visit visit) {
        this.client = client;
        this.shelf = shelf;
        this.visit = visit;
    }

    @GET
    @Path("saved")
    @RunOnVirtualThread
    @Operation(
            operationId = "listSaved",
            summary = "The stories that the reader saved, the latest saved first",
            description = "The stories that the reader saved, the latest saved first.")
    public SavedListView saved(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(client.saved(visit.requireOwner().id(), limit(limit), cursor(cursor)));
    }

    @PUT
    @Path("saved/{storyId}")
    @RunOnVirtualThread
    @Operation(operationId = "saveStory", summary = "Saves a story", description = "Saves a story.")
    public void save(@PathParam("storyId") String storyId) {
        shelf.save(visit.requireOwner(), storyId);
    }

    @DELETE
    @Path("saved/{storyId}")
    @RunOnVirtualThread
    @Operation(
            operationId = "unsaveStory",
            summary = "No longer keeps a story as saved",
            description = "No longer keeps a story as saved.")
    public void unsave(@PathParam("storyId") String storyId) {
        client.unsave(visit.requireOwner().id(), storyId);
    }

    @GET
    @Path("overrides")
    @RunOnVirtualThread
    @Operation(
            operationId = "listOverrides",
            summary = "What the reader holds the bias of outlets to be",
            description = "What the reader holds the bias of outlets to be.")
    public OverrideListView overrides(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(client.overrides(visit.requireOwner().id(), limit(limit), cursor(cursor)));
    }

    @PUT
    @Path("overrides/{domain}")
    @RunOnVirtualThread
    @Operation(
            operationId = "setOverride",
            summary = "Replaces the bias of an outlet for this reader only, in every split they see",
            description = "Replaces the bias of an outlet for this reader only, in every split they see.")
    public OverrideView override(@PathParam("domain") String domain, OverrideBody body) {
        String bias = Objects.requireNonNullElse(body.bias(), "");
        return visit.show(client.override(
                visit.requireOwner().id(),
                domain,
                Parameters.choice("bias", bias, BiasLabel.CENTER, BiasChoices.BY_KEY)));
    }

    @DELETE
    @Path("overrides/{domain}")
    @RunOnVirtualThread
    @Operation(
            operationId = "removeOverride",
            summary = "Goes back to the bias that the raters give an outlet",
            description = "Goes back to the bias that the raters give an outlet.")
    public void removeOverride(@PathParam("domain") String domain) {
        client.removeOverride(visit.requireOwner().id(), domain);
    }

    @GET
    @Path("readings")
    @RunOnVirtualThread
    @Operation(
            operationId = "listReadings",
            summary = "What the reader read, the latest first",
            description = "What the reader read, the latest first.")
    public ReadingListView readings(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(client.readings(visit.requireOwner().id(), limit(limit), cursor(cursor)));
    }

    @POST
    @Path("readings")
    @RunOnVirtualThread
    @Operation(
            operationId = "recordReading",
            summary = "Remembers that a story's page or an article was read now",
            description = "Remembers that a story's page or an article was read now.")
    public void read(ReadingBody body) {
        String reader = visit.requireOwner().id();
        if (body.articleId() != null) {
            client.readArticle(reader, body.articleId());
        } else {
            client.readStory(reader, Objects.requireNonNullElse(body.storyId(), ""));
        }
    }

    @DELETE
    @Path("readings")
    @RunOnVirtualThread
    @Operation(
            operationId = "deleteReadings",
            summary = "Forgets what the reader read: of one story, of a time, or all of it",
            description = "Forgets what the reader read: of one story, of a time, or all of it.")
    public ForgottenView forget(
            @QueryParam("story") @Nullable String story,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        int count = client.forget(visit.requireOwner().id(), Objects.requireNonNullElse(story, ""), period(from, to));
        return new ForgottenView(count);
    }

    @GET
    @Path("balance")
    @RunOnVirtualThread
    @Operation(
            operationId = "getBalance",
            summary = "How what the reader read splits by the bias of its outlets",
            description = "How what the reader read splits by the bias of its outlets.")
    public BalanceView balance(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return visit.show(client.balance(visit.requireOwner().id(), period(from, to)));
    }

    private static Period period(@Nullable String from, @Nullable String to) {
        return new Period(Parameters.moment("from", from), Parameters.moment("to", to));
    }

    private static int limit(@Nullable String limit) {
        return Parameters.wholeNumber("limit", limit, 20, 1, 100);
    }

    private static String cursor(@Nullable String cursor) {
        return Objects.requireNonNullElse(cursor, "");
    }
}
