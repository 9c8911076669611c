package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One story: what it says, and what {@link StoryRecount} derives from its articles and their sources. */
@Entity
@Table(name = "story")
@DynamicUpdate
public class StoryEntity {
    @Id
    public String id;

    public String title = "";
    public @Nullable String titleArticleId;

    /** The first headline that was told, for addresses; empty until one is. */
    public String slug = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public List<Point> summary = new ArrayList<>();

    public int articleCount;
    public int sourceCount;
    public int independentSourceCount;

    /** By id. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public List<CountedSource> coverageSources = new ArrayList<>();

    /** When the sources came to be those; null if it never had an article. */
    public @Nullable Instant coverageTime;

    /** Whether the rule for coverage gaps holds on the basis of all sources. */
    public boolean gap;

    /** See {@link TopRank}. */
    public double rank;

    public @Nullable Instant publishTime;
    public @Nullable Instant updateTime;

    /**
     * One sentence of an article of the story.
     *
     * @param writtenByModel the language model that wrote it; null if it stands in the article word for word
     */
    public record Point(
            String text, String articleId, @Nullable String writtenByModel) {}
}
