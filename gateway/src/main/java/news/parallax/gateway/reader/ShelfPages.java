package news.parallax.gateway.reader;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.LocalPath;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.PageWords;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import org.jspecify.annotations.Nullable;

/** The stories that a reader saved, and how what they read splits. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ShelfPages {
    private static final int STORIES_PER_PAGE = 24;
    private static final int READINGS_SHOWN = 30;

    private final ShelfClient client;
    private final Shelf shelf;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final InstantSource clock;

    ShelfPages(
            ShelfClient client, Shelf shelf, Visit visit, Shells shells, PageLanguage language, InstantSource clock) {
        this.client = client;
        this.shelf = shelf;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance saved(Shell shell, SavedPage page);

        static native TemplateInstance balance(Shell shell, BalancePage page);
    }

    @GET
    @Path("saved")
    @RunOnVirtualThread
    public TemplateInstance saved(@QueryParam("cursor") @Nullable String cursor) {
        ReaderView reader = visit.requireOwner();
        SavedListView list =
                visit.show(client.saved(reader.id(), STORIES_PER_PAGE, Objects.requireNonNullElse(cursor, "")));
        return Templates.saved(
                shells.of(language.words(PageWords.class).saved(), "saved", reader.greeting()),
                SavedPage.of(list, clock.instant()));
    }

    @POST
    @Path("saved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response save(@FormParam("story") @Nullable String story, @FormParam("next") @Nullable String next) {
        shelf.save(visit.requireOwner(), Objects.requireNonNullElse(story, ""));
        return Response.seeOther(URI.create(LocalPath.of(next))).build();
    }

    @POST
    @Path("saved/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response unsave(@FormParam("story") @Nullable String story, @FormParam("next") @Nullable String next) {
        client.unsave(visit.requireOwner().id(), Objects.requireNonNullElse(story, ""));
        return Response.seeOther(URI.create(LocalPath.of(next))).build();
    }

    @GET
    @Path("balance")
    @RunOnVirtualThread
    public TemplateInstance balance(@QueryParam("days") @Nullable String days) {
        ReaderView reader = visit.requireOwner();
        int chosen = BalancePage.DAYS.stream()
                .filter(choice -> Integer.toString(choice).equals(days))
                .findFirst()
                .orElse(0);
        Period period = new Period(chosen == 0 ? null : clock.instant().minus(Duration.ofDays(chosen)), null);
        BalancePage page = BalancePage.of(
                visit.show(client.balance(reader.id(), period)),
                client.readings(reader.id(), READINGS_SHOWN, "").readings(),
                chosen,
                clock.instant());
        return Templates.balance(
                shells.of(language.words(PageWords.class).balance(), "balance", reader.greeting()), page);
    }

    @POST
    @Path("balance/forget")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response forget() {
        client.forget(visit.requireOwner().id(), "", new Period(null, null));
        return Response.seeOther(URI.create("/balance")).build();
    }
}
