package news.parallax.catalog.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that somebody did. */
@Entity
@Table(name = "audit_entry")
public class AuditEntity {
    /** Ascends with time; given by the database. */
    @Id
    public long id;

    public Instant createTime;

    /** Reader id; null if it was no reader, or one that is gone. */
    public @Nullable String actorId;

    /** As it was then. */
    public String actorName;

    /** UPPER_SNAKE. */
    public String action;

    public String target;
    public String detail;
    public String clientAddress;

    @Enumerated(EnumType.STRING)
    public @Nullable Outcome outcome;

    /** How it ended; see the contract. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }
}
