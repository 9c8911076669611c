package news.parallax.catalog.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody says is grouped wrongly. */
@Entity
@Table(name = "grouping_report")
public class GroupingReportEntity {
    /** Ascends with time. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public Instant createTime;

    /** Null if it was nobody known, or one that is gone. */
    public @Nullable String readerId;

    /** As it was called then. */
    public String storyId;

    /** Empty if none was named. */
    public String articleId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** As it was called then; null if none was named. */
    public @Nullable String otherStoryId;

    public String text;

    /** Null while it is open. */
    @Enumerated(EnumType.STRING)
    public @Nullable Resolution resolution;

    public @Nullable Instant settleTime;

    /** As it was then; empty while it is open. */
    public String settlerName = "";

    public String note = "";

    /** What is wrong; see the contract. */
    public enum Kind {
        WRONG_ARTICLE,
        SAME_STORY,
        OTHER
    }

    /** How it ended; see the contract. */
    public enum Resolution {
        ACCEPTED,
        DECLINED
    }
}
