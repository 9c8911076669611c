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
import news.parallax.catalog.database.ReplacedWhole;
import news.parallax.catalog.reader.ReaderEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An address of a reader that is told what changes. */
@Entity
@Table(name = "webhook")
public class WebhookEntity {
    @Id
    public String id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    public ReaderEntity reader;

    public String url;
    public String name;

    /** As it is told, and as it signs. */
    public String secret;

    @Enumerated(EnumType.STRING)
    public State state;

    /** Null while it is active. */
    @Enumerated(EnumType.STRING)
    public @Nullable PauseReason pauseReason;

    /** Empty means any. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public List<StoryAspect> aspects = new ArrayList<>();

    public boolean gapOnly;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> sourceIds = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> subjectIds = new ArrayList<>();

    /** In capitals. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> countries = new ArrayList<>();

    /** In lowercase. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    public List<String> languages = new ArrayList<>();

    public int minSources;

    public Instant createTime;
    public Instant secretTime;
    public @Nullable Instant lastDeliveryTime;

    /** Since when deliveries have failed without one that did not; null if the latest did not fail. */
    public @Nullable Instant failingSinceTime;

    public String lastError = "";

    /** It is told what changes after this change. */
    public long afterChangeId;

    /** Whether it is told anything; see the contract. */
    public enum State {
        ACTIVE,
        PAUSED
    }

    /** Why it is not; see the contract. */
    public enum PauseReason {
        READER,
        FAILING,
        GONE,
        TOO_MANY_WAITING
    }

    void pause(PauseReason reason) {
        if (state == State.ACTIVE) {
            state = State.PAUSED;
            pauseReason = reason;
        }
    }

    WebhookFilter filter() {
        return new WebhookFilter(aspects, gapOnly, sourceIds, subjectIds, countries, languages, minSources);
    }
}
