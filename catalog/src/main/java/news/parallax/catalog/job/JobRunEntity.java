package news.parallax.catalog.job;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last run of a job, by any catalog on the database. */
@Entity
@Table(name = "job_run")
public class JobRunEntity {
    /** Of a {@link Job}, or of one that an earlier version had. */
    @Id
    public String name;

    public Instant startTime;

    /** Null while it goes on, or if it ended with the process. */
    public @Nullable Instant endTime;

    @Enumerated(EnumType.STRING)
    public @Nullable Outcome outcome;

    /** Empty if nothing went wrong. */
    public String error = "";

    public long itemCount;

    /** How a run ended; see the contract. */
    public enum Outcome {
        DONE,
        FAILED
    }
}
