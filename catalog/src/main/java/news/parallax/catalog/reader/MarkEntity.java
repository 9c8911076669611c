package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Something that a reader follows or mutes. */
@Entity
@Table(name = "reader_mark")
@IdClass(MarkEntity.Key.class)
public class MarkEntity {
    @Id
    public String readerId;

    @Id
    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Id
    @Enumerated(EnumType.STRING)
    public TargetKey.Kind targetKind;

    @Id
    public String targetId;

    public Instant createTime;

    /** What the reader does with it. */
    public enum Kind {
        FOLLOW("TOO_MANY_FOLLOWS"),
        MUTE("TOO_MANY_MUTES");

        /** Why one more is refused. */
        final String tooMany;

        Kind(String tooMany) {
            this.tooMany = tooMany;
        }
    }

    /** A reader follows something once, and mutes it once. */
    public record Key(String readerId, Kind kind, TargetKey.Kind targetKind, String targetId) implements Serializable {}

    Key key() {
        return new Key(readerId, kind, targetKind, targetId);
    }
}
