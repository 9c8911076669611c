package news.parallax.catalog.report;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.audit.AuditTrail;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.reader.OneMore;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderRepository;
import news.parallax.catalog.report.GroupingReportEntity.Resolution;
import news.parallax.catalog.story.StoryRepository;

/** Takes reports of wrong groupings, each once, and settles them. To be called in a transaction. */
@Singleton
class GroupingReports {
    private static final String TOO_MANY = "TOO_MANY_GROUPING_REPORTS";

    private final GroupingReportRepository reports;
    private final ReaderRepository readers;
    private final StoryRepository stories;
    private final AuditTrail audit;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    GroupingReports(
            GroupingReportRepository reports,
            ReaderRepository readers,
            StoryRepository stories,
            AuditTrail audit,
            CatalogConfig config,
            InstantSource clock) {
        this.reports = reports;
        this.readers = readers;
        this.stories = stories;
        this.audit = audit;
        this.config = config.reader();
        this.clock = clock;
    }

    /** Returns the report that is there now, made before or by this call. */
    GroupingReportEntity create(GroupingReportEntity report) {
        Optional<String> reader = Optional.ofNullable(report.readerId);
        reader.ifPresentOrElse(readers::requireLocked, reports::lockUnknown);
        name(report);
        return reports.same(report).orElseGet(() -> {
            reader.ifPresentOrElse(
                    id -> OneMore.of(TOO_MANY, reports.countOpen(id), config.groupingReportsMax()),
                    () -> OneMore.of(TOO_MANY, reports.countOpenOfUnknown(), config.groupingReportsUnknownMax()));
            report.createTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
            reports.persistAndFlush(report);
            return report;
        });
    }

    /** Sees to it that what is named is there, and names stories as they are called now. */
    private void name(GroupingReportEntity report) {
        report.storyId = stories.require(report.storyId).id;
        if (report.otherStoryId != null) {
            report.otherStoryId = stories.require(report.otherStoryId).id;
            if (report.otherStoryId.equals(report.storyId)) {
                throw new Invalid(
                        "SAME_STORY", "%s is one story".formatted(report.storyId), Map.of("story_id", report.storyId));
            }
        }
        if (!report.articleId.isEmpty()) {
            checkArticle(report);
        }
    }

    private void checkArticle(GroupingReportEntity report) {
        Map<String, String> named = Map.of("article_id", report.articleId, "story_id", report.storyId);
        String story = reports.storyOf(report.articleId)
                .orElseThrow(() ->
                        new NotFound("ARTICLE_NOT_FOUND", "There is no article %s".formatted(report.articleId), named));
        if (!story.equals(report.storyId)) {
            throw new Lost(
                    "ARTICLE_NOT_IN_STORY",
                    "Article %s is not in story %s".formatted(report.articleId, report.storyId),
                    named);
        }
    }

    GroupingReportEntity settle(String reportId, Resolution resolution, String actorId, String note) {
        GroupingReportEntity report = find(reportId).orElseThrow(() -> missing(reportId));
        ReaderEntity actor = readers.require(actorId);
        if (report.resolution == resolution) {
            return report;
        }
        if (report.resolution != null) {
            throw new Lost(
                    "GROUPING_REPORT_SETTLED",
                    "Report %s was %s before".formatted(reportId, report.resolution),
                    Map.of("report_id", reportId, "resolution", report.resolution.name()));
        }
        report.resolution = resolution;
        report.settleTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
        report.settlerName = actor.name;
        report.note = note;
        reports.flush();
        audit.done(
                actor.id,
                actor.name,
                "GROUPING_REPORT_SETTLED",
                reportId,
                "%s %s".formatted(resolution, note).strip());
        return report;
    }

    /** Locks it until the transaction ends. */
    private Optional<GroupingReportEntity> find(String reportId) {
        try {
            return reports.findLocked(Long.parseLong(reportId));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static NotFound missing(String reportId) {
        return new NotFound(
                "GROUPING_REPORT_NOT_FOUND",
                "There is no report %s".formatted(reportId),
                Map.of("report_id", reportId));
    }

    GroupingReportRepository.Line line(GroupingReportEntity report) {
        return reports.lines(List.of(Objects.requireNonNull(report.id))).getFirst();
    }
}
