package news.parallax.gateway.reader;

import io.grpc.StatusRuntimeException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Cookies;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Readers;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.ProblemMapper;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.PageWords;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import org.jspecify.annotations.Nullable;

/** The account of a reader: preferences, password, keys, sessions, export, end. */
@Singleton
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SettingsPages {
    private static final int SHOWN = 100;
    private static final String YES = "yes";

    private final AccountClient client;
    private final ReaderExport export;
    private final Readers readers;
    private final Cookies cookies;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final InstantSource clock;

    SettingsPages(
            AccountClient client,
            ReaderExport export,
            Readers readers,
            Cookies cookies,
            Visit visit,
            Shells shells,
            PageLanguage language,
            InstantSource clock) {
        this.client = client;
        this.export = export;
        this.readers = readers;
        this.cookies = cookies;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(Shell shell, SettingsPage page);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public TemplateInstance settings() {
        return page("", SettingsNotice.NONE);
    }

    @POST
    @RunOnVirtualThread
    public Response prefer(
            @FormParam("name") @Nullable String name,
            @FormParam("language") @Nullable String language,
            @FormParam("edition") @Nullable String edition) {
        ReaderView reader = visit.requireOwner();
        client.updatePreferences(reader.id(), text(name).strip(), text(language), text(edition));
        readers.forget(reader.id());
        return back();
    }

    /** Changes the password, which ends every session; the one that asked gets out too and enters anew. */
    @POST
    @Path("password")
    @RunOnVirtualThread
    public Response changePassword(
            @FormParam("current") @Nullable String current, @FormParam("password") @Nullable String next, UriInfo uri) {
        ReaderView reader = visit.requireOwner();
        try {
            client.changePassword(reader.id(), text(current), text(next));
        } catch (StatusRuntimeException e) {
            SettingsNotice notice = SettingsNotice.of(ProblemMapper.reasonOf(e)).orElseThrow(() -> e);
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page("", notice).render())
                    .build();
        }
        readers.forget(reader.id());
        return Response.seeOther(URI.create("/log-in?next=/settings"))
                .cookie(cookies.noSession(uri))
                .build();
    }

    /** Makes a key and shows it, this once; so the page is the answer, not another one to go on to. */
    @POST
    @Path("keys")
    @RunOnVirtualThread
    public TemplateInstance createKey(
            @FormParam("name") @Nullable String name, @FormParam("personal") @Nullable String personal) {
        ReaderView reader = visit.requireOwner();
        visit.require(Capability.API);
        String secret = client.createKey(reader.id(), text(name).strip(), YES.equals(personal))
                .secret();
        return page(secret, SettingsNotice.NONE);
    }

    @POST
    @Path("keys/revoke")
    @RunOnVirtualThread
    public Response revokeKey(@FormParam("id") @Nullable String id) {
        ReaderView reader = visit.requireOwner();
        client.revokeKey(reader.id(), text(id));
        readers.forget(reader.id());
        return back();
    }

    @POST
    @Path("sessions/end")
    @RunOnVirtualThread
    public Response endSession(@FormParam("id") @Nullable String id) {
        ReaderView reader = visit.requireOwner();
        client.endSession(reader.id(), text(id));
        readers.forget(reader.id());
        return back();
    }

    @POST
    @Path("sessions/end-others")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response endOtherSessions() {
        ReaderView reader = visit.requireOwner();
        client.endSessions(reader.id(), visit.sessionId());
        readers.forget(reader.id());
        return back();
    }

    @GET
    @Path("export")
    @Consumes(MediaType.WILDCARD)
    @Produces("application/x-ndjson")
    @RunOnVirtualThread
    public Response export() {
        return Response.ok(export.of(visit.requireOwner().id()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ReaderExport.DISPOSITION)
                .build();
    }

    @POST
    @Path("delete")
    @RunOnVirtualThread
    public Response delete(@FormParam("sure") @Nullable String sure, UriInfo uri) {
        ReaderView reader = visit.requireOwner();
        if (!YES.equals(sure)) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page("", SettingsNotice.SURE).render())
                    .build();
        }
        client.delete(reader.id());
        readers.forget(reader.id());
        return Response.seeOther(URI.create("/")).cookie(cookies.noSession(uri)).build();
    }

    private TemplateInstance page(String newKey, SettingsNotice notice) {
        ReaderView reader = visit.requireOwner();
        SettingsPage page = SettingsPage.of(
                reader,
                client.keys(reader.id(), SHOWN, "").keys(),
                client.sessions(reader.id(), visit.sessionId(), SHOWN, "").sessions(),
                newKey,
                notice,
                clock.instant());
        return Templates.settings(
                shells.of(language.words(PageWords.class).settings(), "settings", reader.greeting()), page);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/settings")).build();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
