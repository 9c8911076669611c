package news.parallax.clusterer.catalog;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import news.parallax.catalog.v1.ReportTime;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryImage;
import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.TimePrecision;
import news.parallax.clusterer.digest.Details;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.digest.Digest.Point;
import news.parallax.clusterer.digest.FirstReport;
import news.parallax.clusterer.digest.Side;
import news.parallax.clusterer.digest.SideComparison;
import news.parallax.clusterer.digest.SideComparison.SideTelling;
import news.parallax.clusterer.digest.SideComparison.SideTerm;
import news.parallax.clusterer.digest.Subject;

/** What stories say, on the wire. */
final class DigestMessages {

    private DigestMessages() {}

    /**
     * Returns a digest.
     *
     * @param yieldsToModel whether its points leave those alone that a language model wrote
     */
    static StoryDigest toProto(Digest digest, boolean yieldsToModel) {
        return StoryDigest.newBuilder()
                .setStoryId(digest.storyId())
                .setTitle(digest.title())
                .setTitleArticleId(digest.titleArticleId())
                .addAllSummary(
                        digest.points().stream().map(DigestMessages::toProto).toList())
                .setDetails(toProto(digest.details()))
                .setYieldsToModel(yieldsToModel)
                .build();
    }

    static news.parallax.catalog.v1.Side toProto(Side side) {
        return switch (side) {
            case LEFT -> news.parallax.catalog.v1.Side.SIDE_LEFT;
            case CENTER -> news.parallax.catalog.v1.Side.SIDE_CENTER;
            case RIGHT -> news.parallax.catalog.v1.Side.SIDE_RIGHT;
        };
    }

    private static StoryDetails toProto(Details details) {
        var message = StoryDetails.newBuilder()
                .addAllSubjects(
                        details.subjects().stream().map(DigestMessages::toProto).toList())
                .addAllImages(
                        details.images().stream().map(DigestMessages::toProto).toList());
        details.comparison().map(DigestMessages::toProto).ifPresent(message::setComparison);
        details.firstReport().map(DigestMessages::toProto).ifPresent(message::setFirstReport);
        return message.build();
    }

    private static SummaryPoint toProto(Point point) {
        return SummaryPoint.newBuilder()
                .setText(point.text())
                .setArticleId(point.articleId())
                .build();
    }

    private static news.parallax.catalog.v1.SideComparison toProto(SideComparison comparison) {
        return news.parallax.catalog.v1.SideComparison.newBuilder()
                .setLanguage(comparison.language())
                .setOutletsMin(comparison.rules().sideOutletsMin())
                .setZScoreMin(comparison.rules().zScoreMin())
                .setTermOutletsMin(comparison.rules().termOutletsMin())
                .addAllSides(
                        comparison.sides().stream().map(DigestMessages::toProto).toList())
                .build();
    }

    private static news.parallax.catalog.v1.SideTelling toProto(SideTelling telling) {
        return news.parallax.catalog.v1.SideTelling.newBuilder()
                .setSide(toProto(telling.side()))
                .setOutletCount(telling.outlets())
                .setOtherOutletCount(telling.otherOutlets())
                .addAllTerms(
                        telling.terms().stream().map(DigestMessages::toProto).toList())
                .addAllPoints(
                        telling.points().stream().map(DigestMessages::toProto).toList())
                .build();
    }

    private static news.parallax.catalog.v1.SideTerm toProto(SideTerm term) {
        return news.parallax.catalog.v1.SideTerm.newBuilder()
                .setText(term.text())
                .setZScore(term.zScore())
                .setOutletCount(term.outlets())
                .setOtherOutletCount(term.otherOutlets())
                .setExample(toProto(term.example()))
                .build();
    }

    private static news.parallax.catalog.v1.Subject toProto(Subject subject) {
        return news.parallax.catalog.v1.Subject.newBuilder()
                .setText(subject.text())
                .setKind(toProto(subject.kind()))
                .setOutletCount(subject.outlets())
                .setCountry(subject.country())
                .setArticleId(subject.articleId())
                .build();
    }

    private static SubjectKind toProto(Subject.Kind kind) {
        return switch (kind) {
            case TOPIC -> SubjectKind.SUBJECT_KIND_TOPIC;
            case NAME -> SubjectKind.SUBJECT_KIND_NAME;
            case PERSON -> SubjectKind.SUBJECT_KIND_PERSON;
            case PLACE -> SubjectKind.SUBJECT_KIND_PLACE;
        };
    }

    private static news.parallax.catalog.v1.FirstReport toProto(FirstReport first) {
        return news.parallax.catalog.v1.FirstReport.newBuilder()
                .setReport(toProto(first.report()))
                .setUncertain(first.uncertain())
                .addAllContenders(
                        first.contenders().stream().map(DigestMessages::toProto).toList())
                .setContenderCount(first.contenderCount())
                .setTieSeconds((int) first.tie().toSeconds())
                .build();
    }

    private static ReportTime toProto(FirstReport.ReportTime report) {
        return ReportTime.newBuilder()
                .setArticleId(report.articleId())
                .setTime(toProto(report.time()))
                .setPrecision(toProto(report.precision()))
                .build();
    }

    private static TimePrecision toProto(FirstReport.Precision precision) {
        return switch (precision) {
            case EXACT -> TimePrecision.TIME_PRECISION_EXACT;
            case HOUR -> TimePrecision.TIME_PRECISION_HOUR;
            case DAY -> TimePrecision.TIME_PRECISION_DAY;
            case DISCOVERY -> TimePrecision.TIME_PRECISION_DISCOVERY;
        };
    }

    private static Timestamp toProto(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static StoryImage toProto(Details.StoryImage image) {
        return StoryImage.newBuilder()
                .setUrl(image.url())
                .setArticleId(image.articleId())
                .build();
    }
}
