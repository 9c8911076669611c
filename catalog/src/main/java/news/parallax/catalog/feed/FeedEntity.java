package news.parallax.catalog.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One feed or sitemap, when it is to be fetched, and by whom. */
@Entity
@Table(name = "feed")
public class FeedEntity {
    @Id
    public String id;

    public String url;
    public String sourceId;
    public String section;
    public String etag = "";
    public String lastModified = "";
    public Instant dueTime;
    public int failureCount;

    /** Empty if nothing went wrong last. */
    public String lastError = "";

    public @Nullable Instant changeTime;

    /** Proof of the last lease; null if there is none to prove. */
    public @Nullable String leaseToken;

    public @Nullable Instant leaseExpireTime;

    /** Returns a feed at another address that goes on where this one ended, without a lease. */
    FeedEntity movedTo(FeedUrl place) {
        var moved = new FeedEntity();
        moved.id = place.id();
        moved.url = place.url();
        moved.sourceId = sourceId;
        moved.section = section;
        moved.etag = etag;
        moved.lastModified = lastModified;
        moved.dueTime = dueTime;
        moved.changeTime = changeTime;
        return moved;
    }
}
