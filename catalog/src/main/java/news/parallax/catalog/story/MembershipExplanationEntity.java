package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The comparisons that decided that an article is in its story, as they were recorded. */
@Entity
@Table(name = "membership_explanation")
public class MembershipExplanationEntity {
    @Id
    public String articleId;

    /** The story that is explained; the article may have been put into another one since. */
    public String storyId;

    public double threshold;
    public boolean founder;
    public int comparedCount;

    /** The most probable first. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public List<Nearest> nearest = new ArrayList<>();

    /** Null if no other story had anything in common with the article. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public @Nullable RunnerUp runnerUp;

    /** An article it was compared with. */
    public record Nearest(
            String articleId,
            double probability,
            Map<String, Double> evidence,
            long timeGapSeconds,
            List<String> sharedNames,
            List<String> sharedTerms) {}

    /** The next best story and its nearest article. */
    public record RunnerUp(String storyId, double similarity, String articleId) {}
}
