package news.parallax.gateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.GetFeedSummaryResponse;
import news.parallax.catalog.v1.GroupingReport;
import news.parallax.catalog.v1.Job;
import news.parallax.catalog.v1.JobOutcome;
import news.parallax.catalog.v1.KindReport;
import news.parallax.catalog.v1.Reader;
import news.parallax.gateway.access.ReaderMessages;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.desk.FeedSummaryView.LabeledCount;
import news.parallax.gateway.page.TimeView;

/** What the catalog tells operators, as cards of their pages. */
final class DeskMessages {
    private DeskMessages() {}

    static FeedSummaryView toView(GetFeedSummaryResponse summary) {
        return new FeedSummaryView(
                summary.getFeedCount(),
                summary.getHealthsList().stream()
                        .map(count -> new LabeledCount(key(count.getHealth(), "FEED_HEALTH_"), count.getFeedCount()))
                        .toList(),
                summary.getErrorsList().stream()
                        .map(count -> new LabeledCount(key(count.getKind(), "FETCH_ERROR_KIND_"), count.getFeedCount()))
                        .toList(),
                summary.getLeasedCount(),
                summary.getDueCount(),
                Duration.ofSeconds(summary.getOverdue().getSeconds()));
    }

    static FeedCard toCard(Feed feed, Instant now) {
        return new FeedCard(
                feed.getUrl(),
                feed.getSourceId(),
                key(feed.getHealth(), "FEED_HEALTH_"),
                feed.getHealthNote(),
                TimeView.of(Times.orNull(feed.getDueTime()), now));
    }

    static JobCard toCard(Job job, Instant now) {
        boolean runs = job.hasStartTime() && !job.hasEndTime();
        String outcome = job.getOutcome() == JobOutcome.JOB_OUTCOME_UNSPECIFIED && runs
                ? "running"
                : key(job.getOutcome(), "JOB_OUTCOME_");
        return new JobCard(
                job.getName(),
                job.getDescription(),
                TimeView.of(Times.orNull(job.getStartTime()), now),
                outcome,
                job.getError(),
                job.getItemCount(),
                TimeView.of(Times.orNull(job.getDueTime()), now));
    }

    static ReportCard toCard(GroupingReport report, Instant now) {
        return new ReportCard(
                report.getId(),
                key(report.getKind(), "GROUPING_REPORT_KIND_"),
                report.getCurrentStoryId(),
                report.getStoryTitle(),
                report.getArticleId(),
                report.getArticleTitle(),
                report.getOtherStoryId(),
                report.getOtherStoryTitle(),
                report.getText(),
                TimeView.of(Times.orNull(report.getCreateTime()), now));
    }

    static AuditCard toCard(AuditEntry entry, Instant now) {
        return new AuditCard(
                TimeView.of(Times.orNull(entry.getCreateTime()), now),
                entry.getActorName(),
                entry.getAction(),
                entry.getTarget(),
                entry.getDetail(),
                key(entry.getOutcome(), "AUDIT_OUTCOME_"));
    }

    static ReaderCard toCard(Reader reader, ReaderMessages messages) {
        ReaderView view = messages.toView(reader);
        return new ReaderCard(view.id(), view.name(), view.email(), view.plan(), view.operator());
    }

    static ImportCard toCard(KindReport kind) {
        List<ImportCard.Refusal> refusals = kind.getReport().getRefusalsList().stream()
                .map(refusal -> new ImportCard.Refusal(refusal.getLine(), refusal.getMessage()))
                .toList();
        return new ImportCard(
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
