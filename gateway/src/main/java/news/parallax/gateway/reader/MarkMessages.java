package news.parallax.gateway.reader;

import java.util.List;
import news.parallax.catalog.v1.MarkedTarget;
import news.parallax.catalog.v1.Target;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;
import org.jspecify.annotations.Nullable;

/** What readers follow and mute, as views. */
final class MarkMessages {
    private MarkMessages() {}

    static MarkListView toView(List<MarkedTarget> marks, String nextPageToken) {
        return new MarkListView(marks.stream().map(MarkMessages::toView).toList(), Cursors.next(nextPageToken));
    }

    private static MarkView toView(MarkedTarget mark) {
        Target target = mark.getTarget();
        TargetKind kind = switch (target.getTargetCase()) {
            case SOURCE_ID -> TargetKind.SOURCE;
            case OWNER_ID -> TargetKind.OWNER;
            case SUBJECT_ID, TARGET_NOT_SET -> TargetKind.SUBJECT;
        };
        String id = switch (kind) {
            case SOURCE -> target.getSourceId();
            case SUBJECT -> target.getSubjectId();
            case OWNER -> target.getOwnerId();
        };
        return new MarkView(kind, id, nameOf(mark), Times.orNull(mark.getCreateTime()));
    }

    private static @Nullable String nameOf(MarkedTarget mark) {
        return switch (mark.getFoundCase()) {
            case SOURCE -> mark.getSource().getName();
            case SUBJECT -> mark.getSubject().getName();
            case OWNER -> mark.getOwner().getName();
            case FOUND_NOT_SET -> null;
        };
    }

    static Target toProto(TargetKind kind, String id) {
        return switch (kind) {
            case SOURCE -> Target.newBuilder().setSourceId(id).build();
            case SUBJECT -> Target.newBuilder().setSubjectId(id).build();
            case OWNER -> Target.newBuilder().setOwnerId(id).build();
        };
    }
}
