package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Where an article came from by an event. */
@Entity
@Table(name = "story_event_move")
@IdClass(StoryEventMoveEntity.Key.class)
public class StoryEventMoveEntity {
    @Id
    public long eventId;

    @Id
    public String articleId;

    public String fromStoryId;

    /** An article moves once by an event. */
    public record Key(long eventId, String articleId) implements Serializable {}
}
