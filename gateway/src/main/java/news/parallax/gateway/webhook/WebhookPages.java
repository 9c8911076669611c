package news.parallax.gateway.webhook;

import io.grpc.StatusRuntimeException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.ProblemMapper;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.webhook.WebhookPage.Outcome;
import org.jspecify.annotations.Nullable;

/** The webhooks of a reader as a page: what they are told, what arrived, and what did not. */
@Singleton
@Path("/settings/webhooks")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class WebhookPages {
    private static final int WEBHOOKS_SHOWN = 100;
    private static final int MESSAGES_SHOWN = 30;

    private final WebhookClient client;
    private final WebhookAccess access;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final InstantSource clock;

    WebhookPages(
            WebhookClient client,
            WebhookAccess access,
            Visit visit,
            Shells shells,
            PageLanguage language,
            InstantSource clock) {
        this.client = client;
        this.access = access;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance webhooks(Shell shell, WebhookPage page);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public TemplateInstance webhooks(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        DeliveryFilter chosen = Parameters.choice("state", state, DeliveryFilter.ALL, DeliveryFilter.BY_KEY);
        return page(chosen, text(cursor), new WebhookForm(), Outcome.NONE);
    }

    /** Makes a webhook and shows its secret, this once; so the page is the answer, not another one to go on to. */
    @POST
    @RunOnVirtualThread
    public Response create(@BeanParam WebhookForm form) {
        WebhookBody body = form.body();
        ReaderView reader = access.requireToldOf(body.wanted());
        try {
            return Response.ok(page(new WebhookForm(), Outcome.of(client.create(reader.id(), body))))
                    .build();
        } catch (StatusRuntimeException e) {
            WebhookNotice notice = WebhookNotice.of(ProblemMapper.reasonOf(e)).orElseThrow(() -> e);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(form, Outcome.of(notice)))
                    .build();
        }
    }

    /** Gives a webhook another secret and shows it, this once. */
    @POST
    @Path("secret")
    @RunOnVirtualThread
    public TemplateInstance rotate(@FormParam("id") @Nullable String id) {
        ReaderView reader = access.requireSent();
        return page(new WebhookForm(), Outcome.of(client.rotate(reader.id(), text(id))));
    }

    @POST
    @Path("pause")
    @RunOnVirtualThread
    public Response pause(@FormParam("id") @Nullable String id) {
        client.set(visit.requireOwner().id(), text(id), false);
        return back();
    }

    @POST
    @Path("resume")
    @RunOnVirtualThread
    public Response resume(@FormParam("id") @Nullable String id) {
        client.set(visit.requireOwner().id(), text(id), true);
        return back();
    }

    @POST
    @Path("delete")
    @RunOnVirtualThread
    public Response delete(@FormParam("id") @Nullable String id) {
        client.delete(visit.requireOwner().id(), text(id));
        return back();
    }

    /** Has a message sent again, whether it was given up or taken. */
    @POST
    @Path("retry")
    @RunOnVirtualThread
    public Response retry(@FormParam("message") @Nullable String message) {
        client.retry(access.requireSent().id(), text(message));
        return back();
    }

    private TemplateInstance page(WebhookForm form, Outcome outcome) {
        return page(DeliveryFilter.ALL, "", form, outcome);
    }

    private TemplateInstance page(DeliveryFilter state, String cursor, WebhookForm form, Outcome outcome) {
        ReaderView reader = visit.requireOwner();
        Instant now = clock.instant();
        WebhookListView hooks = visit.show(client.list(reader.id(), WEBHOOKS_SHOWN, ""));
        DeliveryListView messages =
                visit.show(client.deliveries(new DeliveryQuery(reader.id(), "", state, MESSAGES_SHOWN, cursor)));
        WebhookPage page = new WebhookPage(
                reader,
                access.enabled(),
                WebhookPage.hooks(hooks, now),
                WebhookPage.messages(messages, hooks, now),
                state,
                more(state, messages.nextCursor()),
                form,
                outcome);
        String title = language.words(WebhookWords.class).heading();
        return Templates.webhooks(shells.of(title, "settings", reader.greeting()), page);
    }

    private static String more(DeliveryFilter state, @Nullable String nextCursor) {
        return nextCursor == null
                ? ""
                : "/settings/webhooks?state=%s&cursor=%s"
                        .formatted(state.key(), URLEncoder.encode(nextCursor, StandardCharsets.UTF_8));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/settings/webhooks")).build();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
