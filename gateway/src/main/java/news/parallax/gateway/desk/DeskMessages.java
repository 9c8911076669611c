package news.parallax.gateway.desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.GetFeedSummaryResponse;
import news.parallax.catalog.v1.GroupingReport;
import news.parallax.catalog.v1.Job;
import news.parallax.catalog.v1.JobOutcome;
import news.parallax.catalog.v1.KindReport;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.desk.FeedSummaryView.LabeledCountView;
import news.parallax.gateway.desk.ImportedView.RefusedRowView;

/** What the catalog tells operators, as views. */
final class DeskMessages {
    private DeskMessages() {}

    static FeedSummaryView toView(GetFeedSummaryResponse summary) {
        return new FeedSummaryView(
                summary.getFeedCount(),
                summary.getHealthsList().stream()
                        .map(count ->
                                new LabeledCountView(key(count.getHealth(), "FEED_HEALTH_"), count.getFeedCount()))
                        .toList(),
                summary.getErrorsList().stream()
                        .map(count ->
                                new LabeledCountView(key(count.getKind(), "FETCH_ERROR_KIND_"), count.getFeedCount()))
                        .toList(),
                summary.getLeasedCount(),
                summary.getDueCount(),
                Duration.ofSeconds(summary.getOverdue().getSeconds()));
    }

    static DeskFeedView toView(Feed feed) {
        return new DeskFeedView(
                feed.getUrl(),
                feed.getSourceId(),
                key(feed.getHealth(), "FEED_HEALTH_"),
                feed.getHealthNote(),
                Times.orNull(feed.getDueTime()));
    }

    static JobView toView(Job job) {
        boolean runs = job.hasStartTime() && !job.hasEndTime();
        String outcome = job.getOutcome() == JobOutcome.JOB_OUTCOME_UNSPECIFIED && runs
                ? "running"
                : key(job.getOutcome(), "JOB_OUTCOME_");
        return new JobView(
                job.getName(),
                job.getDescription(),
                Times.orNull(job.getStartTime()),
                outcome,
                job.getError(),
                job.getItemCount(),
                Times.orNull(job.getDueTime()));
    }

    static GroupingReportView toView(GroupingReport report) {
        return new GroupingReportView(
                report.getId(),
                key(report.getKind(), "GROUPING_REPORT_KIND_"),
                report.getCurrentStoryId(),
                report.getStoryTitle(),
                report.getArticleId(),
                report.getArticleTitle(),
                report.getOtherStoryId(),
                report.getOtherStoryTitle(),
                report.getText(),
                Times.of(report.getCreateTime()));
    }

    static AuditEntryView toView(AuditEntry entry) {
        return new AuditEntryView(
                Times.of(entry.getCreateTime()),
                entry.getActorName(),
                entry.getAction(),
                entry.getTarget(),
                entry.getDetail(),
                key(entry.getOutcome(), "AUDIT_OUTCOME_"));
    }

    static ImportedView toView(KindReport kind) {
        List<RefusedRowView> refusals = kind.getReport().getRefusalsList().stream()
                .map(refusal -> new RefusedRowView(refusal.getLine(), refusal.getMessage()))
                .toList();
        return new ImportedView(
                kind.getKind(),
                kind.getReport().getAddedCount(),
                kind.getReport().getChangedCount(),
                kind.getReport().getUnchangedCount(),
                refusals);
    }

    /** Lowercase with hyphens; "unspecified" is none. */
    private static String key(Enum<?> constant, String prefix) {
        String key =
                constant.name().replace(prefix, "").toLowerCase(Locale.ROOT).replace('_', '-');
        return key.equals("unspecified") ? "" : key;
    }
}
