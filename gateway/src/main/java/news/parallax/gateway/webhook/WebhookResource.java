package news.parallax.gateway.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The webhooks of a reader, as JSON. */
@Singleton
@Path("/v1/me/webhooks")
@Tag(name = "Me")
class WebhookResource {
    private static final Map<String, Boolean> STATES = Map.of("active", true, "paused", false);

    private final WebhookClient client;
    private final Visit visit;
    private final WebhookAccess access;

    WebhookResource(WebhookClient client, Visit visit, WebhookAccess access) {
        this.client = client;
        this.visit = visit;
        this.access = access;
    }

    @GET
    @RunOnVirtualThread
    @Operation(operationId = "listWebhooks", summary = "The reader's webhooks, the oldest first")
    public WebhookListView list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(client.list(visit.requireOwner().id(), limit(limit), cursor(cursor)));
    }

    @POST
    @RunOnVirtualThread
    @Operation(
            operationId = "createWebhook",
            summary = "Makes a webhook, whose secret is told this once",
            description =
                    "Messages are POSTs of JSON, signed as Standard Webhooks has it, for each change of a story that passes the"
                            + " filter. A story in it is cut to what the reader's plan shows. What is not answered by 2xx is sent again,"
                            + " twelve times over a day.")
    public Response create(@Nullable WebhookBody sent) {
        WebhookBody body = Parameters.body(sent);
        ReaderView reader = access.requireToldOf(body.wanted());
        return Response.status(Response.Status.CREATED)
                .entity(visit.show(client.create(reader.id(), body)))
                .build();
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(operationId = "getWebhook", summary = "A webhook")
    public WebhookView get(@PathParam("id") String id) {
        return visit.show(client.get(visit.requireOwner().id(), id));
    }

    @PATCH
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "setWebhookState",
            summary = "Pauses a webhook, or goes on; what changes while it is paused it is never told")
    public WebhookView set(@PathParam("id") String id, @Nullable WebhookStateBody sent) {
        String reader = visit.requireOwner().id();
        String state = Objects.requireNonNullElse(Parameters.body(sent).state(), "");
        boolean active = Parameters.choice("state", state, false, STATES);
        return visit.show(client.set(reader, id, active));
    }

    @POST
    @Path("{id}/secret")
    @RunOnVirtualThread
    @Operation(operationId = "rotateWebhookSecret", summary = "Gives a webhook another secret, which is told this once")
    public NewWebhookView rotate(@PathParam("id") String id) {
        return visit.show(client.rotate(access.requireSent().id(), id));
    }

    @DELETE
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(operationId = "deleteWebhook", summary = "Deletes a webhook with its messages")
    public void delete(@PathParam("id") String id) {
        client.delete(visit.requireOwner().id(), id);
    }

    @GET
    @Path("{id}/deliveries")
    @RunOnVirtualThread
    @Operation(
            operationId = "listDeliveries",
            summary = "The messages to a webhook, the latest first; those that ended are kept for a week")
    public DeliveryListView deliveries(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var query = new DeliveryQuery(
                visit.requireOwner().id(),
                id,
                Parameters.choice("state", state, DeliveryFilter.ALL, DeliveryFilter.BY_KEY),
                limit(limit),
                cursor(cursor));
        return visit.show(client.deliveries(query));
    }

    @POST
    @Path("{id}/deliveries/{delivery}/retry")
    @RunOnVirtualThread
    @Operation(operationId = "retryDelivery", summary = "Has a message sent again, with as many attempts as at first")
    public DeliveryView retry(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        String reader = access.requireSent().id();
        client.get(reader, id);
        return visit.show(client.retry(reader, delivery));
    }

    private static int limit(@Nullable String limit) {
        return Parameters.wholeNumber("limit", limit, 20, 1, 100);
    }

    private static String cursor(@Nullable String cursor) {
        return Objects.requireNonNullElse(cursor, "");
    }
}
