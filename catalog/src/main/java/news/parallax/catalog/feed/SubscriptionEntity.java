package news.parallax.catalog.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A subscription to what a hub says of a feed. */
@Entity
@Table(name = "feed_subscription")
class SubscriptionEntity {
    /** Not to be guessed: whoever knows it can speak as the hub, but for the signature. */
    @Id
    String id;

    String feedId;
    String hubUrl;
    String topicUrl;

    /** By which the hub signs. */
    String secret;

    /** When the hub is to be asked (again). */
    Instant dueTime;

    /** Times that the hub was asked and has not answered. */
    int askCount;

    /** Null before it was first asked. */
    @Nullable
    Instant askTime;

    boolean active;

    @Nullable
    Instant expireTime;

    /** Whether something new was told while somebody fetched the feed. */
    boolean pushed;
}
