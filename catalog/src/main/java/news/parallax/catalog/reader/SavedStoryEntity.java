package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A story that a reader saved, under the id that it had then. */
@Entity
@Table(name = "saved_story")
@IdClass(SavedStoryEntity.Key.class)
public class SavedStoryEntity {
    @Id
    public String readerId;

    @Id
    public String storyId;

    public Instant saveTime;

    /** A reader saves a story once. */
    public record Key(String readerId, String storyId) implements Serializable {}
}
