package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An article that a reader read, or a story whose own page they read. */
@Entity
@Table(name = "reading")
@IdClass(ReadingEntity.Key.class)
public class ReadingEntity {
    @Id
    public String readerId;

    /** Of the article, or of the story. */
    @Id
    public String itemId;

    /** In which the article was then. */
    public String storyId;

    /** Of the article; empty if it was the story's own page. */
    public String sourceId;

    /** The last time. */
    public Instant readTime;

    /** What is read again is there once. */
    public record Key(String readerId, String itemId) implements Serializable {}

    boolean ofArticle() {
        return !itemId.equals(storyId);
    }
}
