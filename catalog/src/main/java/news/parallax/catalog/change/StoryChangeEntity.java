package news.parallax.catalog.change;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one transaction changed of one story. */
@Entity
@Table(name = "story_change")
public class StoryChangeEntity {
    /** Ascends in order of commit. */
    @Id
    public long id;

    public String storyId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public List<StoryAspect> aspects = new ArrayList<>();

    /** The story that it became part of, at that time; null if it did not. */
    public @Nullable String mergedIntoStoryId;

    public Instant changeTime;
}
