package news.parallax.gateway.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;

/** What each plan shows. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PlanPages {
    private final Plans plans;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;

    PlanPages(Plans plans, Visit visit, Shells shells, PageLanguage language) {
        this.plans = plans;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plans(
                Shell shell, ReaderView reader, List<ReaderPlan> plans, List<PlanCard> cards);
    }

    @GET
    @Path("plans")
    @RunOnVirtualThread
    public TemplateInstance plans() {
        return page();
    }

    private TemplateInstance page() {
        Shell shell = shells.of(
                language.words(AccessWords.class).heading(),
                "plans",
                visit.reader().greeting());
        return Templates.plans(shell, visit.reader(), List.of(ReaderPlan.values()), cards());
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
}
