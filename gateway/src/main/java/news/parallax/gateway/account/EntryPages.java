package news.parallax.gateway.account;

import io.grpc.StatusRuntimeException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Cookies;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Readers;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.ProblemMapper;
import news.parallax.gateway.page.Languages;
import news.parallax.gateway.page.LocalPath;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import org.jspecify.annotations.Nullable;

/** The ways in and out: with address and password, with a key; and the language of the pages. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
class EntryPages {
    private final EntryClient client;
    private final EntryThrottle throttle;
    private final Readers readers;
    private final Cookies cookies;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final boolean open;
    private final String provider;

    EntryPages(
            EntryClient client,
            EntryThrottle throttle,
            Readers readers,
            Cookies cookies,
            Visit visit,
            Shells shells,
            PageLanguage language,
            GatewayConfig config) {
        this.client = client;
        this.throttle = throttle;
        this.readers = readers;
        this.cookies = cookies;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.open = config.entry().signUp();
        this.provider = config.provider().enabled() ? config.provider().name().orElse("OpenID") : "";
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance logIn(Shell shell, ReaderView reader, EntryForm form);

        static native TemplateInstance signUp(Shell shell, EntryForm form);
    }

    @GET
    @Path("log-in")
    @RunOnVirtualThread
    public TemplateInstance logIn(@QueryParam("next") @Nullable String next) {
        return logInPage(form(next, "", "", null));
    }

    @POST
    @Path("log-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response logIn(
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String browser,
            @Context HttpServerRequest request,
            UriInfo uri) {
        String address = text(email).strip();
        throttle.count(address, request);
        return enter(
                () -> client.authenticate(address, text(password)),
                refusal -> logInPage(form(next, address, "", refusal)),
                next,
                browser,
                uri);
    }

    @POST
    @Path("log-in/key")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response logInWithKey(
            @FormParam("key") @Nullable String key,
            @FormParam("next") @Nullable String next,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String browser,
            @Context HttpServerRequest request,
            UriInfo uri) {
        throttle.count(request);
        Optional<String> reader = readers.idOfKey(text(key).strip());
        return reader.isPresent()
                ? inside(reader.get(), next, browser, uri)
                : refused(EntryRefusal.KEY, logInPage(form(next, "", "", EntryRefusal.KEY)));
    }

    @GET
    @Path("sign-up")
    @RunOnVirtualThread
    public TemplateInstance signUp(@QueryParam("next") @Nullable String next) {
        return signUpPage(form(next, "", "", null));
    }

    @POST
    @Path("sign-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response signUp(
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            @FormParam("name") @Nullable String name,
            @FormParam("next") @Nullable String next,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String browser,
            @Context HttpServerRequest request,
            UriInfo uri) {
        String address = text(email).strip();
        if (!open) {
            return Response.status(Response.Status.FORBIDDEN)
                    .entity(signUpPage(form(next, "", "", null)).render())
                    .build();
        }
        throttle.count(request);
        return enter(
                () -> client.create(address, text(password), text(name).strip()),
                refusal -> signUpPage(form(next, address, text(name), refusal)),
                next,
                browser,
                uri);
    }

    @POST
    @Path("log-out")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response logOut(UriInfo uri) {
        visit.sessionId().ifPresent(session -> {
            client.close(visit.reader().id(), session);
            readers.forget(visit.reader().id());
        });
        return Response.seeOther(URI.create("/")).cookie(cookies.noSession(uri)).build();
    }

    /** Remembers the language of the pages in this browser. */
    @POST
    @Path("language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response language(
            @FormParam("language") @Nullable String language, @FormParam("next") @Nullable String next, UriInfo uri) {
        String chosen = Languages.of(text(language)).orElse(Locale.ENGLISH).toLanguageTag();
        return Response.seeOther(URI.create(LocalPath.of(next)))
                .cookie(cookies.language(chosen, uri))
                .build();
    }

    private Response enter(
            Supplier<String> reader, PageOfRefusal page, @Nullable String next, @Nullable String browser, UriInfo uri) {
        try {
            return inside(reader.get(), next, browser, uri);
        } catch (StatusRuntimeException e) {
            EntryRefusal refusal = EntryRefusal.of(e, ProblemMapper.reasonOf(e)).orElseThrow(() -> e);
            return refused(refusal, page.of(refusal));
        }
    }

    /** The form again, with what is wrong. */
    private interface PageOfRefusal {
        TemplateInstance of(EntryRefusal refusal);
    }

    private Response inside(String readerId, @Nullable String next, @Nullable String browser, UriInfo uri) {
        String secret = client.open(readerId, text(browser));
        return Response.seeOther(URI.create(LocalPath.of(next)))
                .cookie(cookies.session(secret, uri))
                .build();
    }

    private static Response refused(EntryRefusal refusal, TemplateInstance page) {
        return Response.status(refusal.status()).entity(page.render()).build();
    }

    private TemplateInstance logInPage(EntryForm form) {
        return Templates.logIn(
                shells.of(
                        language.words(AccountWords.class).logIn(),
                        "",
                        visit.reader().greeting()),
                visit.reader(),
                form);
    }

    private TemplateInstance signUpPage(EntryForm form) {
        return Templates.signUp(
                shells.of(
                        language.words(AccountWords.class).signUp(),
                        "",
                        visit.reader().greeting()),
                form);
    }

    private EntryForm form(@Nullable String next, String email, String name, @Nullable EntryRefusal refusal) {
        return new EntryForm(LocalPath.of(next), email, name, refusal, open, provider);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
