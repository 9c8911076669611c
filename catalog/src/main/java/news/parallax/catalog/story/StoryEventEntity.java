package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One change of which articles are in which story. */
@Entity
@Table(name = "story_event")
public class StoryEventEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public Instant createTime;
    public String actor;
    public String reason;

    /** The story that remained, was split, or received the articles. */
    public String storyId;

    /** By id. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> otherStoryIds = new ArrayList<>();

    /** By id, cut. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> articleIds = new ArrayList<>();

    /** How many articles changed their story. */
    public int articleCount;

    /** Of {@code storyId} first, then of the others by id. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    public List<Count> counts = new ArrayList<>();

    /** The event that this one undoes; null if it is no undo. */
    public @Nullable Long undoesEventId;

    /** The event that undid this one; null if none did. */
    public @Nullable Long undoneByEventId;

    /** The event that this is a part of: what is undone at once. Null if it was asked for by itself. */
    public @Nullable Long partOfEventId;

    /** What was done. */
    public enum Kind {
        MERGED,
        SPLIT,
        ARTICLES_MOVED,
        ARTICLES_PINNED,
        ARTICLES_UNPINNED
    }

    boolean byEditor() {
        return !actor.equals(ChangeNote.CLUSTERER);
    }

    /** Returns the story that the articles went to. */
    String destinationId() {
        return kind == Kind.SPLIT ? otherStoryIds.getFirst() : storyId;
    }

    /** Articles of one story before and after. */
    public record Count(String storyId, int before, int after) {}
}
