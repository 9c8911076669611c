package news.parallax.gateway.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators see, as JSON. Everybody else is refused. */
@Singleton
@Path("/v1/desk")
@Tag(name = "Desk")
class DeskResource {
    private static final Map<String, String> HEALTHS =
            Map.of("new", "new", "healthy", "healthy", "silent", "silent", "failing", "failing", "gone", "gone");

    private final DeskClient desk;
    private final AuditClient audit;
    private final DirectoryClient directory;
    private final Visit visit;

    DeskResource(DeskClient desk, AuditClient audit, DirectoryClient directory, Visit visit) {
        this.desk = desk;
        this.audit = audit;
        this.directory = directory;
        this.visit = visit;
    }

    @GET
    @Path("feeds/summary")
    @RunOnVirtualThread
    @Operation(
            operationId = "summarizeFeeds",
            summary = "How the feeds are",
            description = "How many are of which health, why fetches failed, and what waits.")
    public FeedSummaryView feedSummary() {
        visit.requireOperator();
        return visit.show(desk.feedSummary());
    }

    @GET
    @Path("feeds")
    @RunOnVirtualThread
    @Operation(
            operationId = "listFeeds",
            summary = "The feeds of all outlets",
            description = "With their health and when they are due.")
    public DeskFeedListView feeds(
            @Parameter(
                            description = "Only feeds of this health.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"new", "healthy", "silent", "failing", "gone"}))
                    @QueryParam("health")
                    @Nullable
                    String health,
            @BeanParam PageParameters page) {
        visit.requireOperator();
        String chosen = Parameters.choice("health", health, "", HEALTHS);
        return visit.show(desk.feeds(chosen, page.limit(), page.cursor()));
    }

    @GET
    @Path("reports")
    @RunOnVirtualThread
    @Operation(
            operationId = "listGroupingReports",
            summary = "What readers report as grouped wrongly",
            description = "Open reports, the latest first.")
    public GroupingReportListView reports(@BeanParam PageParameters page) {
        visit.requireOperator();
        return visit.show(desk.openReports(page.limit(), page.cursor()));
    }

    @GET
    @Path("jobs")
    @RunOnVirtualThread
    @Operation(
            operationId = "listJobs",
            summary = "The jobs of the catalog",
            description = "Each with its last run and when it runs next.")
    public JobListView jobs() {
        visit.requireOperator();
        return visit.show(new JobListView(desk.jobs()));
    }

    @GET
    @Path("readers")
    @RunOnVirtualThread
    @Operation(
            operationId = "listReaders",
            summary = "The readers",
            description = "The latest added first, with their plans and roles.")
    public DirectoryView readers(
            @Parameter(
                            description = "Only readers whose id, name or e-mail address begins so.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @QueryParam("prefix")
                    @Nullable
                    String prefix,
            @BeanParam PageParameters page) {
        visit.requireOperator();
        return visit.show(directory.list(Objects.requireNonNullElse(prefix, "").strip(), page.limit(), page.cursor()));
    }

    @GET
    @Path("audit")
    @RunOnVirtualThread
    @Operation(
            operationId = "listAuditEntries",
            summary = "The audit trail",
            description = "What operators did or tried, the latest first.")
    public AuditListView audit(@BeanParam PageParameters page) {
        visit.requireOperator();
        return visit.show(audit.list(page.limit(), page.cursor()));
    }
}
