package news.parallax.gateway.subject;

import news.parallax.catalog.v1.SubjectKind;
import news.parallax.catalog.v1.SubjectRecord;
import news.parallax.catalog.v1.SubjectSource;
import news.parallax.gateway.rating.RatingMessages;

/** Subjects of the catalog as views. */
public final class SubjectMessages {
    private SubjectMessages() {}

    /** Returns the subject. */
    public static SubjectRecordView toView(SubjectRecord subject) {
        return new SubjectRecordView(
                subject.getId(),
                toLabel(subject.getKind()),
                subject.getName(),
                subject.getCountry().isEmpty() ? null : subject.getCountry(),
                subject.getStoryCount());
    }

    static SubjectSourceView toView(SubjectSource source) {
        return new SubjectSourceView(RatingMessages.toSummary(source.getSource()), source.getStoryCount());
    }

    /** Returns the wire's value of a kind. */
    public static SubjectKind toProto(SubjectLabel label) {
        return SubjectKind.valueOf("SUBJECT_KIND_" + label.name());
    }

    private static SubjectLabel toLabel(SubjectKind kind) {
        return switch (kind) {
            case SUBJECT_KIND_TOPIC -> SubjectLabel.TOPIC;
            case SUBJECT_KIND_PERSON -> SubjectLabel.PERSON;
            case SUBJECT_KIND_PLACE -> SubjectLabel.PLACE;
            case SUBJECT_KIND_NAME, SUBJECT_KIND_UNSPECIFIED, UNRECOGNIZED -> SubjectLabel.NAME;
        };
    }
}
