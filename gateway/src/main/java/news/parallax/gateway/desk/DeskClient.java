package news.parallax.gateway.desk;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import news.parallax.catalog.v1.FeedHealth;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.GetFeedSummaryRequest;
import news.parallax.catalog.v1.GetFeedSummaryResponse;
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
    private final FeedServiceBlockingStub feeds;
    private final JobServiceBlockingStub jobs;
    private final GroupingReportServiceBlockingStub reports;
    private final CatalogCalls calls;

    DeskClient(
            @GrpcClient("catalog") FeedServiceBlockingStub feeds,
            @GrpcClient("catalog") JobServiceBlockingStub jobs,
            @GrpcClient("catalog") GroupingReportServiceBlockingStub reports,
            CatalogCalls calls) {
        this.feeds = feeds;
        this.jobs = jobs;
        this.reports = reports;
        this.calls = calls;
    }

    FeedSummaryView feedSummary() {
        var request = GetFeedSummaryRequest.getDefaultInstance();
        GetFeedSummaryResponse summary = calls.read(feeds, stub -> stub.getFeedSummary(request));
        return DeskMessages.toView(summary);
    }

    /** Returns a page of feeds: of a health ("failing"), or of all if there is none of that name. */
    DeskFeedListView feeds(String health, int limit, String cursor) {
        var request = ListFeedsRequest.newBuilder().setPageSize(limit).setPageToken(cursor);
        Arrays.stream(FeedHealth.values())
                .filter(value -> value.name().equals("FEED_HEALTH_" + health.toUpperCase(Locale.ROOT)))
                .forEach(request::addHealths);
        var found = calls.read(feeds, stub -> stub.listFeeds(request.build()));
        return new DeskFeedListView(
                found.getFeedsList().stream().map(DeskMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
    }

    List<JobView> jobs() {
        return calls.read(jobs, stub -> stub.listJobs(ListJobsRequest.getDefaultInstance())).getJobsList().stream()
                .map(DeskMessages::toView)
                .toList();
    }

    /** Returns a page of the open reports, the latest first. */
    GroupingReportListView openReports(int limit, String cursor) {
        var request = ListGroupingReportsRequest.newBuilder()
                .setState(GroupingReportState.GROUPING_REPORT_STATE_OPEN)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        var found = calls.read(reports, stub -> stub.listGroupingReports(request));
        return new GroupingReportListView(
                found.getReportsList().stream().map(DeskMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
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
