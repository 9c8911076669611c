package news.parallax.catalog.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rater said of a source on one axis at one time. */
@Entity
@Table(name = "rating")
public class RatingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String sourceId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public RaterEntity rater;

    @Enumerated(EnumType.STRING)
    public RatingAxis axis;

    /** Name of a step of the axis. */
    @Column(name = "\"value\"")
    public String value;

    public @Nullable Instant rateTime;
    public String url;
}
