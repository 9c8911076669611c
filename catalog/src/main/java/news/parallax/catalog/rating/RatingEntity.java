package news.parallax.catalog.rating;

import jakarta.persistence.Column;
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

/** What a rater said of a source on one axis at one time. */
@Entity
@Table(name = "rating")
public class RatingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating_id_seq")
    @SequenceGenerator(name = "rating_id_seq", sequenceName = "rating_id_seq", allocationSize = 50)
    public Long id;

    public String sourceId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public RaterEntity rater;

    public String axis;

    /** Name of a step of the axis. */
    @Column(name = "\"value\"")
    public String value;

    /** As the rater words it; empty if not known. */
    public String nativeValue = "";

    /** From 0 to 1. */
    public @Nullable Double confidence;

    public @Nullable Instant rateTime;
    public String url;

    /** The import that brought it, or changed it last. */
    public @Nullable Long importBatchId;

    /** Until when it counted: it was corrected, or the rater no longer says so. */
    public @Nullable Instant endTime;

    /** Returns what it says now, ended. */
    public RatingEntity ended(Instant end) {
        var past = new RatingEntity();
        past.sourceId = sourceId;
        past.rater = rater;
        past.axis = axis;
        past.value = value;
        past.nativeValue = nativeValue;
        past.confidence = confidence;
        past.rateTime = rateTime;
        past.url = url;
        past.importBatchId = importBatchId;
        past.endTime = end;
        return past;
    }
}
