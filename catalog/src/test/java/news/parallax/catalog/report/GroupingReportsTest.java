package news.parallax.catalog.report;

import static news.parallax.catalog.CatalogService.audit;
import static news.parallax.catalog.CatalogService.groupingReports;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.GroupingReport;
import news.parallax.catalog.v1.GroupingReportKind;
import news.parallax.catalog.v1.GroupingReportResolution;
import news.parallax.catalog.v1.GroupingReportState;
import news.parallax.catalog.v1.ListAuditEntriesRequest;
import news.parallax.catalog.v1.ListGroupingReportsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.Role;
import news.parallax.catalog.v1.SettleGroupingReportRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class GroupingReportsTest {
    @Test
    void anArticleInTheWrongStoryIsReportedOnceHoweverOftenItIsSaid() {
        String story = story("wrong");
        String reader = reader("reports-once");
        var request = CreateGroupingReportRequest.newBuilder()
                .setReaderId(reader)
                .setStoryId(story)
                .setArticleId(articleId(url("wrong")))
                .setKind(GroupingReportKind.GROUPING_REPORT_KIND_WRONG_ARTICLE)
                .setText("tells of another ferry");

        GroupingReport first = create(request);
        GroupingReport again = create(request.setText("said in other words"));

        assertThat(again).isEqualTo(first);
        assertThat(first.getStoryTitle()).isEqualTo("Title of " + url("wrong"));
        assertThat(first.getArticleTitle()).isEqualTo("Title of " + url("wrong"));
        assertThat(first.getText()).isEqualTo("tells of another ferry");
        assertThat(list(ListGroupingReportsRequest.newBuilder().setStoryId(story)))
                .containsExactly(first);
        assertThat(create(request.setReaderId(reader("reports-too"))).getId()).isNotEqualTo(first.getId());
    }

    @Test
    void aSettledReportSaysByWhomAndHowAndIsInTheAuditTrail() {
        String story = story("settled");
        GroupingReport open = create(other(story, reader("settled-reader"), "two events"));
        String operator = reader("settles", "Dora", Role.ROLE_OPERATOR);

        GroupingReport settled = settle(open, operator, GroupingReportResolution.GROUPING_REPORT_RESOLUTION_DECLINED);

        assertThat(settled.getSettlerName()).isEqualTo("Dora");
        assertThat(settled.getNote()).isEqualTo("looked at it");
        assertThat(settled.hasSettleTime()).isTrue();
        assertThat(settle(open, operator, GroupingReportResolution.GROUPING_REPORT_RESOLUTION_DECLINED))
                .isEqualTo(settled);
        assertThat(refusal(
                                Code.FAILED_PRECONDITION,
                                () -> settle(
                                        open, operator, GroupingReportResolution.GROUPING_REPORT_RESOLUTION_ACCEPTED))
                        .getReason())
                .isEqualTo("GROUPING_REPORT_SETTLED");
        assertThat(list(ListGroupingReportsRequest.newBuilder()
                        .setStoryId(story)
                        .setState(GroupingReportState.GROUPING_REPORT_STATE_OPEN)))
                .isEmpty();
        assertThat(list(ListGroupingReportsRequest.newBuilder()
                        .setStoryId(story)
                        .setState(GroupingReportState.GROUPING_REPORT_STATE_SETTLED)))
                .containsExactly(settled);
        assertThat(audit().listAuditEntries(ListAuditEntriesRequest.newBuilder()
                                .setAction("GROUPING_REPORT_SETTLED")
                                .setTarget(open.getId())
                                .build())
                        .getEntriesList())
                .singleElement()
                .returns("settles", AuditEntry::getActorId)
                .returns("DECLINED looked at it", AuditEntry::getDetail);
        // said again, it is the same that was settled
        assertThat(create(other(story, "settled-reader", "two events"))).isEqualTo(settled);
    }

    @Test
    void aReportFollowsTheStoriesThatItNames() {
        String story = story("merged-from");
        String into = story("merged-into");
        GroupingReport before = create(CreateGroupingReportRequest.newBuilder()
                .setStoryId(story)
                .setOtherStoryId(into)
                .setKind(GroupingReportKind.GROUPING_REPORT_KIND_SAME_STORY));
        assertThat(before.getCurrentStoryId()).isEqualTo(story);
        assertThat(before.getOtherStoryTitle()).isEqualTo("Title of " + url("merged-into"));

        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(into)
                        .addMergedStoryIds(story)
                        .setActor("editor")
                        .build());

        GroupingReport after =
                list(ListGroupingReportsRequest.newBuilder().setStoryId(story)).getFirst();
        assertThat(after.getStoryId()).isEqualTo(story);
        assertThat(after.getCurrentStoryId()).isEqualTo(into);
        assertThat(after.getStoryTitle()).isEqualTo("Title of " + url("merged-into"));
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> create(CreateGroupingReportRequest.newBuilder()
                                        .setStoryId(story)
                                        .setOtherStoryId(into)
                                        .setKind(GroupingReportKind.GROUPING_REPORT_KIND_SAME_STORY)))
                        .getReason())
                .isEqualTo("SAME_STORY");
    }

    @Test
    void aReportStaysWhenItsReaderGoes() {
        String story = story("left");
        GroupingReport report = create(other(story, reader("leaves-reports"), "stays"));

        readers()
                .deleteReader(DeleteReaderRequest.newBuilder()
                        .setReaderId("leaves-reports")
                        .build());

        assertThat(list(ListGroupingReportsRequest.newBuilder().setStoryId(story)))
                .containsExactly(report.toBuilder().clearReaderId().build());
    }

    @Test
    void aReaderHasNoMoreOpenReportsThanMayBeHoweverManyAreMadeAtOnce() {
        String story = story("flooded");
        String reader = reader("floods");
        List<String> stories = IntStream.range(0, 8)
                .mapToObj(number -> story("flood %d".formatted(number)))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            stories.forEach(id -> executor.submit(() -> create(other(id, reader, "flood"))));
        }

        List<GroupingReport> open = list(ListGroupingReportsRequest.newBuilder().setReaderId(reader));
        assertThat(open).hasSize(3);
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> create(other(story, reader, "one more")))
                        .getReason())
                .isEqualTo("TOO_MANY_GROUPING_REPORTS");
        settle(
                open.getFirst(),
                reader("drains", "Dora", Role.ROLE_OPERATOR),
                GroupingReportResolution.GROUPING_REPORT_RESOLUTION_ACCEPTED);
        assertThat(create(other(story, reader, "one more")).getText()).isEqualTo("one more");
    }

    @Test
    void whatSaysNothingOrNamesWhatIsNotThereIsRefused() {
        String story = story("refused");
        String elsewhere = story("elsewhere");
        var request = CreateGroupingReportRequest.newBuilder().setStoryId(story);
        assertThat(invalid(request)).isEqualTo("KIND_INVALID");
        assertThat(invalid(request.setKind(GroupingReportKind.GROUPING_REPORT_KIND_WRONG_ARTICLE)))
                .isEqualTo("ARTICLE_REQUIRED");
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> create(request.setArticleId(articleId(url("elsewhere")))))
                        .getReason())
                .isEqualTo("ARTICLE_NOT_IN_STORY");
        assertThat(refusal(Code.NOT_FOUND, () -> create(request.setArticleId("nothing")))
                        .getReason())
                .isEqualTo("ARTICLE_NOT_FOUND");
        request.clearArticleId();
        assertThat(invalid(request.setKind(GroupingReportKind.GROUPING_REPORT_KIND_SAME_STORY)))
                .isEqualTo("OTHER_STORY_REQUIRED");
        assertThat(invalid(request.setKind(GroupingReportKind.GROUPING_REPORT_KIND_OTHER)))
                .isEqualTo("TEXT_REQUIRED");
        assertThat(invalid(request.setText("x".repeat(1001)))).isEqualTo("TEXT_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> create(other("0".repeat(20), "", "?")))
                        .getReason())
                .isEqualTo("STORY_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> create(other(elsewhere, "nobody", "?")))
                        .getReason())
                .isEqualTo("READER_NOT_FOUND");
        assertThat(list(ListGroupingReportsRequest.newBuilder().setStoryId(story)))
                .isEmpty();
    }

    private static String url(String name) {
        return "https://reported.example/" + name.replace(' ', '-');
    }

    private static String story(String name) {
        importSources(source("reported.example"));
        String id = storyId("reported " + name);
        stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(id, url(name)))
                        .addStories(digest(id, url(name)))
                        .build());
        return id;
    }

    private static String reader(String id) {
        return reader(id, "Reader", Role.ROLE_READER);
    }

    private static String reader(String id, String name, Role role) {
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(id).setName(name).setRole(role))
                        .build());
        return id;
    }

    private static CreateGroupingReportRequest.Builder other(String story, String reader, String text) {
        return CreateGroupingReportRequest.newBuilder()
                .setStoryId(story)
                .setReaderId(reader)
                .setText(text)
                .setKind(GroupingReportKind.GROUPING_REPORT_KIND_OTHER);
    }

    private static GroupingReport create(CreateGroupingReportRequest.Builder request) {
        return groupingReports().createGroupingReport(request.build()).getReport();
    }

    private static String invalid(CreateGroupingReportRequest.Builder request) {
        return refusal(Code.INVALID_ARGUMENT, () -> create(request)).getReason();
    }

    private static GroupingReport settle(GroupingReport report, String actor, GroupingReportResolution resolution) {
        return groupingReports()
                .settleGroupingReport(SettleGroupingReportRequest.newBuilder()
                        .setReportId(report.getId())
                        .setActorId(actor)
                        .setResolution(resolution)
                        .setNote("looked at it")
                        .build())
                .getReport();
    }

    private static List<GroupingReport> list(ListGroupingReportsRequest.Builder request) {
        List<GroupingReport> reports = new ArrayList<>();
        request.setPageSize(2);
        do {
            var page = groupingReports().listGroupingReports(request.build());
            reports.addAll(page.getReportsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return reports;
    }
}
