package news.parallax.catalog.report;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.report.GroupingReportRepository.Filter;
import news.parallax.catalog.report.GroupingReportRepository.Line;
import news.parallax.catalog.story.StoryRedirectRepository;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.CreateGroupingReportResponse;
import news.parallax.catalog.v1.GroupingReport;
import news.parallax.catalog.v1.GroupingReportService;
import news.parallax.catalog.v1.ListGroupingReportsRequest;
import news.parallax.catalog.v1.ListGroupingReportsResponse;
import news.parallax.catalog.v1.SettleGroupingReportRequest;
import news.parallax.catalog.v1.SettleGroupingReportResponse;

/** Reports of wrong groupings, over gRPC. */
@GrpcService
public class GroupingReportEndpoint implements GroupingReportService {
    private final Calls calls;
    private final GroupingReports reports;
    private final GroupingReportRepository stored;
    private final StoryRedirectRepository redirects;

    GroupingReportEndpoint(
            Calls calls, GroupingReports reports, GroupingReportRepository stored, StoryRedirectRepository redirects) {
        this.calls = calls;
        this.reports = reports;
        this.stored = stored;
        this.redirects = redirects;
    }

    @Override
    public Uni<CreateGroupingReportResponse> createGroupingReport(CreateGroupingReportRequest request) {
        return calls.runInTransaction(() -> CreateGroupingReportResponse.newBuilder()
                .setReport(inFull(reports.create(GroupingReportMessages.toEntity(request))))
                .build());
    }

    @Override
    public Uni<ListGroupingReportsResponse> listGroupingReports(ListGroupingReportsRequest request) {
        return calls.runInTransaction(() -> {
            Optional<String> storyId =
                    GroupingReportMessages.said(request.getStoryId()).map(redirects::targetOf);
            var filter = new Filter(
                    GroupingReportMessages.open(request.getState()),
                    storyId,
                    GroupingReportMessages.said(request.getReaderId()));
            var pageRequest =
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "grouping reports", filter);
            Page<Line> page = stored.page(pageRequest, filter);
            return ListGroupingReportsResponse.newBuilder()
                    .addAllReports(page.items().stream()
                            .map(GroupingReportMessages::toProto)
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<SettleGroupingReportResponse> settleGroupingReport(SettleGroupingReportRequest request) {
        return calls.runInTransaction(() -> SettleGroupingReportResponse.newBuilder()
                .setReport(inFull(reports.settle(
                        request.getReportId(),
                        GroupingReportMessages.resolution(request.getResolution()),
                        request.getActorId(),
                        GroupingReportMessages.text("note", request.getNote().strip()))))
                .build());
    }

    private GroupingReport inFull(GroupingReportEntity report) {
        return GroupingReportMessages.toProto(reports.line(report));
    }
}
