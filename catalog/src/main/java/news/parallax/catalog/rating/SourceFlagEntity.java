package news.parallax.catalog.rating;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rater warns of that is no step of a scale. */
@Entity
@Table(name = "source_flag")
public class SourceFlagEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "source_flag_id_seq")
    @SequenceGenerator(name = "source_flag_id_seq", sequenceName = "source_flag_id_seq", allocationSize = 50)
    public Long id;

    public String sourceId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public RaterEntity rater;

    public String flag;

    /** When the rater gave it, as last heard; null if not known. */
    public @Nullable Instant rateTime;

    public String url;

    /** Until when it counted: the rater no longer says so. */
    public @Nullable Instant endTime;

    public @Nullable Long importBatchId;
}
