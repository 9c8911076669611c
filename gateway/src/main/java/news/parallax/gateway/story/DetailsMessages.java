package news.parallax.gateway.story;

import java.time.Instant;
import java.util.List;
import news.parallax.catalog.v1.FirstReport;
import news.parallax.catalog.v1.ReportTime;
import news.parallax.catalog.v1.SideComparison;
import news.parallax.catalog.v1.SideTelling;
import news.parallax.catalog.v1.SideTerm;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryImage;
import news.parallax.catalog.v1.Subject;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.TimePrecision;
import news.parallax.gateway.rating.SideLabel;

/** What a story tells beside its summary, as views. */
final class DetailsMessages {
    private DetailsMessages() {}

    static DetailsView toView(StoryDetails details) {
        return new DetailsView(
                details.hasComparison() ? toView(details.getComparison()) : null,
                details.getSubjectsList().stream().map(DetailsMessages::toView).toList(),
                details.hasFirstReport() ? toView(details.getFirstReport()) : null,
                details.getImagesList().stream().map(DetailsMessages::toView).toList());
    }

    private static ComparisonView toView(SideComparison comparison) {
        return new ComparisonView(
                comparison.getLanguage(),
                comparison.getOutletsMin(),
                comparison.getZScoreMin(),
                comparison.getTermOutletsMin(),
                comparison.getSidesList().stream().map(DetailsMessages::toView).toList());
    }

    private static SideTellingView toView(SideTelling side) {
        return new SideTellingView(
                toLabel(side),
                side.getOutletCount(),
                side.getOtherOutletCount(),
                side.getTermsList().stream().map(DetailsMessages::toView).toList(),
                side.getPointsList().stream().map(StoryMessages::toView).toList());
    }

    private static SideLabel toLabel(SideTelling side) {
        return switch (side.getSide()) {
            case SIDE_LEFT -> SideLabel.LEFT;
            case SIDE_CENTER -> SideLabel.CENTER;
            case SIDE_RIGHT -> SideLabel.RIGHT;
            case SIDE_UNRATED, SIDE_UNSPECIFIED, UNRECOGNIZED -> SideLabel.UNRATED;
        };
    }

    private static SideTermView toView(SideTerm term) {
        return new SideTermView(
                term.getText(),
                Math.round(100 * term.getZScore()) / 100.0,
                term.getOutletCount(),
                term.getOtherOutletCount(),
                StoryMessages.toView(term.getExample()));
    }

    private static SubjectView toView(Subject subject) {
        return new SubjectView(
                subject.getText(),
                toKind(subject.getKind()),
                subject.getOutletCount(),
                subject.getCountry().isEmpty() ? null : subject.getCountry(),
                subject.getArticleId(),
                subject.getSubjectId().isEmpty() ? null : subject.getSubjectId());
    }

    private static String toKind(SubjectKind kind) {
        return switch (kind) {
            case SUBJECT_KIND_PERSON -> "person";
            case SUBJECT_KIND_PLACE -> "place";
            case SUBJECT_KIND_TOPIC -> "topic";
            case SUBJECT_KIND_NAME, SUBJECT_KIND_UNSPECIFIED, UNRECOGNIZED -> "name";
        };
    }

    private static FirstReportView toView(FirstReport first) {
        List<ReportTimeView> contenders =
                first.getContendersList().stream().map(DetailsMessages::toView).toList();
        return new FirstReportView(
                toView(first.getReport()),
                first.getUncertain(),
                contenders,
                first.getContenderCount(),
                first.getTieSeconds());
    }

    private static ReportTimeView toView(ReportTime report) {
        return new ReportTimeView(
                report.getArticleId(),
                report.getSourceId(),
                report.getSourceName(),
                Instant.ofEpochSecond(
                        report.getTime().getSeconds(), report.getTime().getNanos()),
                toPrecision(report.getPrecision()));
    }

    private static String toPrecision(TimePrecision precision) {
        return switch (precision) {
            case TIME_PRECISION_EXACT -> "exact";
            case TIME_PRECISION_HOUR -> "hour";
            case TIME_PRECISION_DAY -> "day";
            case TIME_PRECISION_DISCOVERY, TIME_PRECISION_UNSPECIFIED, UNRECOGNIZED -> "discovery";
        };
    }

    private static ImageView toView(StoryImage image) {
        return new ImageView(image.getUrl(), image.getArticleId(), image.getSourceId(), image.getSourceName());
    }
}
