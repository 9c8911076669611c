package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/** The sources that stood behind a story's split from a moment until the next row. */
@Entity
@Table(name = "story_coverage")
@IdClass(StoryCoverageEntity.Key.class)
public class StoryCoverageEntity {
    @Id
    public String storyId;

    @Id
    public Instant asOfTime;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public List<CountedSource> sources = new ArrayList<>();

    /** A story is covered in one way at a time. */
    public record Key(String storyId, Instant asOfTime) implements Serializable {}
}
