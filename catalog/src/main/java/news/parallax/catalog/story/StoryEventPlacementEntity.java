package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.database.ReplacedWhole;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What editors had decided about an article before an event decided otherwise. */
@Entity
@Table(name = "story_event_placement")
@IdClass(StoryEventPlacementEntity.Key.class)
public class StoryEventPlacementEntity {
    @Id
    public long eventId;

    @Id
    public String articleId;

    public boolean pinned;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> barredStoryIds = new ArrayList<>();

    /** The event that had left it so; null if none had. */
    public @Nullable Long placementEventId;

    static StoryEventPlacementEntity before(long eventId, MembershipEntity membership) {
        var before = new StoryEventPlacementEntity();
        before.eventId = eventId;
        before.articleId = membership.articleId;
        before.pinned = membership.pinned;
        before.barredStoryIds = List.copyOf(membership.barredStoryIds);
        before.placementEventId = membership.placementEventId;
        return before;
    }

    /** An event decides about an article once. */
    public record Key(long eventId, String articleId) implements Serializable {}
}
