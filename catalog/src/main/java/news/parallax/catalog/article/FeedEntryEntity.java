package news.parallax.catalog.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The entry of a feed that led to an article. */
@Entity
@Table(name = "feed_entry")
@IdClass(FeedEntryEntity.Key.class)
public class FeedEntryEntity {
    @Id
    public String entryUrl;

    @Id
    public String feedId;

    /** Differs when the outlet changed the entry. */
    public String entryHash;

    public String articleId;

    Key key() {
        return new Key(entryUrl, feedId);
    }

    /** Each feed lists a URL once. */
    public record Key(String entryUrl, String feedId) implements Serializable {}
}
