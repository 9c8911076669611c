package news.parallax.gateway.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.history.HistoryClient;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import org.jspecify.annotations.Nullable;

/** What operators see. Everybody else is refused. */
@Singleton
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
class DeskPages {
    private static final int ROWS_SHOWN = 50;

    private final DeskClient desk;
    private final AuditClient audit;
    private final DirectoryClient directory;
    private final HistoryClient history;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final InstantSource clock;

    DeskPages(
            DeskClient desk,
            AuditClient audit,
            DirectoryClient directory,
            HistoryClient history,
            Visit visit,
            Shells shells,
            PageLanguage language,
            InstantSource clock) {
        this.desk = desk;
        this.audit = audit;
        this.directory = directory;
        this.history = history;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance desk(
                Shell shell,
                FeedSummaryView feeds,
                List<ReportCard> reports,
                List<JobCard> jobs,
                List<AuditCard> audit);

        static native TemplateInstance feeds(Shell shell, List<FeedCard> cards, String moreHref);

        static native TemplateInstance groupings(Shell shell, List<EventCard> events, String story, String moreHref);

        static native TemplateInstance imports(Shell shell, Iterable<String> formats, List<ImportedView> report);

        static native TemplateInstance readers(
                Shell shell, List<ReaderCard> cards, List<ReaderPlan> plans, String prefix, String moreHref);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance desk() {
        Shell shell = shell(words().desk(), "desk");
        Instant now = clock.instant();
        return Templates.desk(
                shell,
                desk.feedSummary(),
                desk.openReports(ROWS_SHOWN, "").reports().stream()
                        .map(report -> ReportCard.of(report, now))
                        .toList(),
                desk.jobs().stream().map(job -> JobCard.of(job, now)).toList(),
                audit.list(ROWS_SHOWN, "").entries().stream()
                        .map(entry -> AuditCard.of(entry, now))
                        .toList());
    }

    @GET
    @Path("feeds")
    @RunOnVirtualThread
    public TemplateInstance feeds(
            @QueryParam("health") @Nullable String health, @QueryParam("cursor") @Nullable String cursor) {
        Shell shell = shell(words().feeds(), "feeds");
        DeskFeedListView found = desk.feeds(text(health), ROWS_SHOWN, text(cursor));
        List<FeedCard> cards = found.feeds().stream()
                .map(feed -> FeedCard.of(feed, clock.instant()))
                .toList();
        return Templates.feeds(
                shell, cards, more("/desk/feeds?health=" + encoded(text(health)) + "&", found.nextCursor()));
    }

    @GET
    @Path("groupings")
    @RunOnVirtualThread
    public TemplateInstance groupings(
            @QueryParam("story") @Nullable String story, @QueryParam("cursor") @Nullable String cursor) {
        Shell shell = shell(words().groupings(), "groupings");
        String named = text(story).strip();
        var found = history.events(named, ROWS_SHOWN, text(cursor));
        List<EventCard> cards = found.events().stream()
                .map(event -> EventCard.of(event, clock.instant()))
                .toList();
        return Templates.groupings(
                shell, cards, named, more("/desk/groupings?story=" + encoded(named) + "&", found.nextCursor()));
    }

    @GET
    @Path("imports")
    @RunOnVirtualThread
    public TemplateInstance imports() {
        return imported(List.of());
    }

    /** Returns the page of imports with the report of one. */
    TemplateInstance imported(List<ImportedView> report) {
        return Templates.imports(shell(words().imports(), "imports"), ImportFormat.BY_KEY.keySet(), report);
    }

    @GET
    @Path("readers")
    @RunOnVirtualThread
    public TemplateInstance readers(
            @QueryParam("prefix") @Nullable String prefix, @QueryParam("cursor") @Nullable String cursor) {
        Shell shell = shell(words().readers(), "readers");
        DirectoryView found = directory.list(text(prefix).strip(), ROWS_SHOWN, text(cursor));
        return Templates.readers(
                shell,
                found.readers().stream().map(ReaderCard::of).toList(),
                List.of(ReaderPlan.values()),
                text(prefix),
                more("/desk/readers?prefix=" + encoded(text(prefix)) + "&", found.nextCursor()));
    }

    /** Every page begins here, so none can be seen by somebody else. */
    private Shell shell(String title, String section) {
        return shells.of(title, section, visit.requireOperator().greeting());
    }

    private DeskWords words() {
        return language.words(DeskWords.class);
    }

    private static String more(String address, @Nullable String nextCursor) {
        return nextCursor == null ? "" : address + "cursor=" + encoded(nextCursor);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
