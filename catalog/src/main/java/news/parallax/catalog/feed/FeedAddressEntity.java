package news.parallax.catalog.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Where a feed was before it moved for good. */
@Entity
@Table(name = "feed_address")
class FeedAddressEntity {
    /** Id of a feed at that address. */
    @Id
    String id;

    String url;

    /** The feed that was there. */
    String feedId;

    Instant moveTime;
}
