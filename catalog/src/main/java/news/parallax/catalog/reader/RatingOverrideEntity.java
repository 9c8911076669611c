package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import news.parallax.catalog.coverage.BiasStep;

/** What a reader holds the bias of a source to be. */
@Entity
@Table(name = "rating_override")
@IdClass(RatingOverrideEntity.Key.class)
public class RatingOverrideEntity {
    @Id
    public String readerId;

    @Id
    public String sourceId;

    @Enumerated(EnumType.STRING)
    public BiasStep bias;

    public Instant setTime;

    /** A reader holds one thing of a source. */
    public record Key(String readerId, String sourceId) implements Serializable {}
}
