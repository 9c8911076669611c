package news.parallax.catalog.report;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderRecordMessages;
import news.parallax.catalog.report.GroupingReportEntity.Kind;
import news.parallax.catalog.report.GroupingReportEntity.Resolution;
import news.parallax.catalog.report.GroupingReportRepository.Filter;
import news.parallax.catalog.report.GroupingReportRepository.Line;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.GroupingReport;
import news.parallax.catalog.v1.GroupingReportKind;
import news.parallax.catalog.v1.GroupingReportResolution;
import news.parallax.catalog.v1.GroupingReportState;
import news.parallax.catalog.v1.ReaderRecord;

/** Reports of wrong groupings on the wire. */
@Singleton
@Priority(1)
class GroupingReportMessages implements ReaderRecordMessages {
    private static final String KIND_PREFIX = "GROUPING_REPORT_KIND_";
    private static final String RESOLUTION_PREFIX = "GROUPING_REPORT_RESOLUTION_";
    private static final int TEXT_LIMIT = 1_000;

    private final GroupingReportRepository reports;

    GroupingReportMessages(GroupingReportRepository reports) {
        this.reports = reports;
    }

    @Override
    public Stream<ReaderRecord> of(ReaderEntity reader) {
        var filter = new Filter(Optional.empty(), Optional.empty(), Optional.of(reader.id));
        return PageRequest.all(1, page -> reports.page(page, filter))
                .map(line -> ReaderRecord.newBuilder()
                        .setGroupingReport(toProto(line))
                        .build());
    }

    static GroupingReport toProto(Line line) {
        GroupingReportEntity row = line.report();
        var message = GroupingReport.newBuilder()
                .setId(String.valueOf(row.id))
                .setCreateTime(TimeMessages.toProto(row.createTime))
                .setStoryId(row.storyId)
                .setCurrentStoryId(line.currentStoryId())
                .setStoryTitle(line.storyTitle())
                .setArticleId(row.articleId)
                .setKind(GroupingReportKind.valueOf(KIND_PREFIX + row.kind))
                .setText(row.text)
                .setSettlerName(row.settlerName)
                .setNote(row.note);
        Optional.ofNullable(line.articleTitle()).ifPresent(message::setArticleTitle);
        Optional.ofNullable(row.otherStoryId).ifPresent(message::setOtherStoryId);
        Optional.ofNullable(line.otherStoryTitle()).ifPresent(message::setOtherStoryTitle);
        Optional.ofNullable(row.readerId).ifPresent(message::setReaderId);
        Optional.ofNullable(row.resolution)
                .map(resolution -> GroupingReportResolution.valueOf(RESOLUTION_PREFIX + resolution))
                .ifPresent(message::setResolution);
        Optional.ofNullable(row.settleTime).map(TimeMessages::toProto).ifPresent(message::setSettleTime);
        return message.build();
    }

    static GroupingReportEntity toEntity(CreateGroupingReportRequest request) {
        var row = new GroupingReportEntity();
        row.kind = kind(request.getKind());
        row.storyId = request.getStoryId();
        row.articleId = request.getArticleId();
        row.otherStoryId = said(request.getOtherStoryId()).orElse(null);
        row.text = text("text", request.getText().strip());
        row.readerId = said(request.getReaderId()).orElse(null);
        switch (row.kind) {
            case WRONG_ARTICLE -> require(row.articleId, "ARTICLE_REQUIRED", "article_id");
            case SAME_STORY -> require(request.getOtherStoryId(), "OTHER_STORY_REQUIRED", "other_story_id");
            case OTHER -> require(row.text, "TEXT_REQUIRED", "text");
        }
        return row;
    }

    private static Kind kind(GroupingReportKind kind) {
        return switch (kind) {
            case GROUPING_REPORT_KIND_WRONG_ARTICLE -> Kind.WRONG_ARTICLE;
            case GROUPING_REPORT_KIND_SAME_STORY -> Kind.SAME_STORY;
            case GROUPING_REPORT_KIND_OTHER -> Kind.OTHER;
            case GROUPING_REPORT_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw new Invalid("KIND_INVALID", "kind=%s is none".formatted(kind), Map.of("kind", kind.toString()));
        };
    }

    static Resolution resolution(GroupingReportResolution resolution) {
        return switch (resolution) {
            case GROUPING_REPORT_RESOLUTION_ACCEPTED -> Resolution.ACCEPTED;
            case GROUPING_REPORT_RESOLUTION_DECLINED -> Resolution.DECLINED;
            case GROUPING_REPORT_RESOLUTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new Invalid(
                        "RESOLUTION_INVALID",
                        "resolution=%s is none".formatted(resolution),
                        Map.of("resolution", resolution.toString()));
        };
    }

    static Optional<Boolean> open(GroupingReportState state) {
        return switch (state) {
            case GROUPING_REPORT_STATE_OPEN -> Optional.of(true);
            case GROUPING_REPORT_STATE_SETTLED -> Optional.of(false);
            case GROUPING_REPORT_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    static Optional<String> said(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    /** Returns a text of at most 1,000 characters, in which line breaks may be. */
    static String text(String field, String value) {
        boolean valid = value.length() <= TEXT_LIMIT
                && value.chars()
                        .noneMatch(character -> Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0);
        if (!valid) {
            throw new Invalid(
                    field.toUpperCase(Locale.ROOT) + "_INVALID",
                    "%s has more than %d characters, or control characters".formatted(field, TEXT_LIMIT),
                    Map.of(field, value, "limit", String.valueOf(TEXT_LIMIT)));
        }
        return value;
    }

    private static void require(String value, String reason, String field) {
        if (value.isEmpty()) {
            throw new Invalid(reason, "%s is not set".formatted(field), Map.of("field", field));
        }
    }
}
