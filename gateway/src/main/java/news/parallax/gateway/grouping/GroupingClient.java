package news.parallax.gateway.grouping;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.GroupingReportKind;
import news.parallax.catalog.v1.GroupingReportServiceGrpc.GroupingReportServiceBlockingStub;
import news.parallax.gateway.catalog.CatalogCalls;

/** Tells the catalog what readers find grouped wrongly. */
@Singleton
class GroupingClient {
    private final GroupingReportServiceBlockingStub reports;
    private final CatalogCalls calls;

    GroupingClient(@GrpcClient("catalog") GroupingReportServiceBlockingStub reports, CatalogCalls calls) {
        this.reports = reports;
        this.calls = calls;
    }

    /** Adds a report; what the reader said before and is open still is the same report. */
    void report(GroupingReportForm form, String readerId) {
        var request = CreateGroupingReportRequest.newBuilder()
                .setStoryId(form.storyId())
                .setArticleId(form.fault() == GroupingFault.WRONG_ARTICLE ? form.articleId() : "")
                .setKind(GroupingReportKind.valueOf(
                        "GROUPING_REPORT_KIND_" + form.fault().name()))
                .setOtherStoryId(form.fault() == GroupingFault.SAME_STORY ? form.otherStoryId() : "")
                .setText(form.text())
                .setReaderId(readerId)
                .build();
        calls.read(reports, stub -> stub.createGroupingReport(request));
    }
}
