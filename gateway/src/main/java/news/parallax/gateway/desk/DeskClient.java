package news.parallax.gateway.desk;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import news.parallax.catalog.v1.FeedHealth;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.GetFeedSummaryRequest;
import news.parallax.catalog.v1.GroupingReportResolution;
import news.parallax.catalog.v1.GroupingReportServiceGrpc.GroupingReportServiceBlockingStub;
import news.parallax.catalog.v1.GroupingReportState;
import news.parallax.catalog.v1.JobServiceGrpc.JobServiceBlockingStub;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ListGroupingReportsRequest;
import news.parallax.catalog.v1.ListJobsRequest;
import news.parallax.catalog.v1.SettleGroupingReportRequest;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;

/** Asks the catalog how feeds, jobs and readers' reports stand. */
@Singleton
class DeskClient {
    private static final int REPORTS_SHOWN = 50;

    private final FeedServiceBlockingStub feeds;
    private final JobServiceBlockingStub jobs;
    private final GroupingReportServiceBlockingStub reports;
    private final CatalogCalls calls;
    private final InstantSource clock;

    DeskClient(
            @GrpcClient("catalog") FeedServiceBlockingStub feeds,
            @GrpcClient("catalog") JobServiceBlockingStub jobs,
            @GrpcClient("catalog") GroupingReportServiceBlockingStub reports,
            CatalogCalls calls,
            InstantSource clock) {
        this.feeds = feeds;
        this.jobs = jobs;
        this.reports = reports;
        this.calls = calls;
        this.clock = clock;
    }

    FeedSummaryView feedSummary() {
        var request = GetFeedSummaryRequest.getDefaultInstance();
        return DeskMessages.toView(calls.read(feeds, stub -> stub.getFeedSummary(request)));
    }

    /** Returns a page of feeds: of a health ("failing"), or of all if there is none of that name. */
    FeedCards feeds(String health, int limit, String cursor) {
        var request = ListFeedsRequest.newBuilder().setPageSize(limit).setPageToken(cursor);
        Arrays.stream(FeedHealth.values())
                .filter(value -> value.name().equals("FEED_HEALTH_" + health.toUpperCase(Locale.ROOT)))
                .forEach(request::addHealths);
        var found = calls.read(feeds, stub -> stub.listFeeds(request.build()));
        return new FeedCards(
                found.getFeedsList().stream()
                        .map(feed -> DeskMessages.toCard(feed, clock.instant()))
                        .toList(),
                Cursors.next(found.getNextPageToken()));
    }

    List<JobCard> jobs() {
        return calls.read(jobs, stub -> stub.listJobs(ListJobsRequest.getDefaultInstance())).getJobsList().stream()
                .map(job -> DeskMessages.toCard(job, clock.instant()))
                .toList();
    }

    /** Returns the open reports that came last. */
    List<ReportCard> openReports() {
        var request = ListGroupingReportsRequest.newBuilder()
                .setState(GroupingReportState.GROUPING_REPORT_STATE_OPEN)
                .setPageSize(REPORTS_SHOWN)
                .build();
        return calls.read(reports, stub -> stub.listGroupingReports(request)).getReportsList().stream()
                .map(report -> DeskMessages.toCard(report, clock.instant()))
                .toList();
    }

    /** Says how a report ended; the catalog adds it to the audit trail. */
    void settle(String reportId, boolean accepted, String operatorId, String note) {
        var request = SettleGroupingReportRequest.newBuilder()
                .setReportId(reportId)
                .setResolution(
                        accepted
                                ? GroupingReportResolution.GROUPING_REPORT_RESOLUTION_ACCEPTED
                                : GroupingReportResolution.GROUPING_REPORT_RESOLUTION_DECLINED)
                .setActorId(operatorId)
                .setNote(note)
                .build();
        calls.read(reports, stub -> stub.settleGroupingReport(request));
    }
}
