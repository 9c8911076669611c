package news.parallax.gateway.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import org.jspecify.annotations.Nullable;

/** What each plan shows, and the way in and out with a key. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PlanPages {
    private static final Duration COOKIE_AGE = Duration.ofDays(30);

    private final Readers readers;
    private final Plans plans;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;

    PlanPages(Readers readers, Plans plans, Visit visit, Shells shells, PageLanguage language) {
        this.readers = readers;
        this.plans = plans;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plans(
                Shell shell, ReaderView reader, List<ReaderPlan> plans, List<PlanCard> cards, boolean refused);
    }

    @GET
    @Path("plans")
    @RunOnVirtualThread
    public TemplateInstance plans() {
        return page(false);
    }

    /** Remembers the key in a cookie that no script and no other site can use. */
    @POST
    @Path("session")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response signIn(
            @FormParam("key") @Nullable String key,
            @HeaderParam("Sec-Fetch-Site") @Nullable String origin,
            UriInfo request) {
        refuseOtherSites(origin);
        String given = Objects.requireNonNullElse(key, "").strip();
        if (readers.find(given).isEmpty()) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .entity(page(true).render())
                    .build();
        }
        return toPlans(cookie(given, (int) COOKIE_AGE.toSeconds(), request));
    }

    /** Forgets the key. */
    @POST
    @Path("session/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response signOut(@HeaderParam("Sec-Fetch-Site") @Nullable String origin, UriInfo request) {
        refuseOtherSites(origin);
        return toPlans(cookie("", 0, request));
    }

    /** Other sites must not sign a reader in or out; browsers tell where a form stood. */
    private static void refuseOtherSites(@Nullable String origin) {
        if (origin != null && !origin.equals("same-origin") && !origin.equals("none")) {
            throw new RequestRefused(
                    ProblemCode.CROSS_SITE_REQUEST,
                    "This form stood on another site, so it was not followed.",
                    Map.of());
        }
    }

    private TemplateInstance page(boolean refused) {
        Shell shell = shells.of(
                language.words(AccessWords.class).heading(),
                "plans",
                visit.reader().greeting());
        return Templates.plans(shell, visit.reader(), List.of(ReaderPlan.values()), cards(), refused);
    }

    private List<PlanCard> cards() {
        return Arrays.stream(Capability.values())
                .map(capability -> new PlanCard(
                        capability,
                        Arrays.stream(ReaderPlan.values())
                                .map(plan -> plans.capabilitiesOf(plan).contains(capability))
                                .toList()))
                .toList();
    }

    private static Response toPlans(NewCookie cookie) {
        return Response.seeOther(URI.create("/plans")).cookie(cookie).build();
    }

    private static NewCookie cookie(String value, int maxAge, UriInfo request) {
        return new NewCookie.Builder(AccessFilter.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(request.getRequestUri().getScheme().equals("https"))
                .build();
    }
}
