package news.parallax.catalog.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.change.StoryAspect;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A message to a webhook. */
@Entity
@Table(name = "webhook_delivery")
public class DeliveryEntity {
    @Id
    public String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public WebhookEntity webhook;

    /** The same for all webhooks. */
    public String eventId;

    public String storyId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public List<StoryAspect> aspects = new ArrayList<>();

    public @Nullable String mergedIntoStoryId;

    public Instant changeTime;
    public Instant createTime;

    @Enumerated(EnumType.STRING)
    public State state;

    public int attemptCount;

    /** When it is sent (again); while it is leased, when the lease ends. */
    public Instant dueTime;

    /** Of the latest lease, until that is reported on. */
    public @Nullable String leaseId;

    /** Null while it waits. */
    public @Nullable Instant endTime;

    /** What the receiver last answered; 0 if nothing. */
    public int httpStatus;

    public String error = "";

    /** Whether it has been delivered; see the contract. */
    public enum State {
        WAITING,
        DELIVERED,
        DEAD
    }

    void end(State how, Instant now) {
        state = how;
        endTime = now;
    }

    /** Whether somebody is sending it now. */
    boolean leased(Instant now) {
        return state == State.WAITING && leaseId != null && now.isBefore(dueTime);
    }
}
