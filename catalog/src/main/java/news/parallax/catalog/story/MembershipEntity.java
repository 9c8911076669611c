package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Why an article is in its story. */
@Entity
@Table(name = "membership")
public class MembershipEntity {
    @Id
    public String articleId;

    public String storyId;
    public double similarity;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public Map<String, Double> evidence = new HashMap<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> sharedTerms = new ArrayList<>();

    /** The article of its story whose text it repeats; null for an independent report. See {@link StoryRepair}. */
    public @Nullable String copyOfArticleId;

    /** The same as it was recorded, whatever story that article is in. */
    public @Nullable String recordedCopyOfArticleId;

    /** When it came into the story. */
    public Instant createTime;

    /** Whether an editor keeps it in its story. See {@link Placements}. */
    public boolean pinned;

    /** Stories that an editor keeps it out of, by id. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> barredStoryIds = new ArrayList<>();

    /** The event that left the two so; null if no editor ever decided about it. */
    public @Nullable Long placementEventId;
}
