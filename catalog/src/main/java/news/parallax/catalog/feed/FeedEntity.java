package news.parallax.catalog.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One feed or sitemap, when it is to be fetched, and by whom. */
@Entity
@DynamicUpdate // an import that changes a section must not write back what a report has changed meanwhile
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

    /** When its server said that it is gone. */
    public @Nullable Instant retireTime;

    public @Nullable Instant successTime;
    public @Nullable Instant failureTime;

    /** The first of the failures in a row. */
    public @Nullable Instant failingSince;

    /** Null if nothing went wrong last. */
    @Enumerated(EnumType.STRING)
    @Nullable
    FetchError errorKind;

    /** Of the last answer; 0 if there was none. */
    public int httpStatus;

    @Enumerated(EnumType.STRING)
    FeedHealth health = FeedHealth.NEW;

    /** Where it is for good, as was said so many times in a row; empty if it was not. */
    public String redirectUrl = "";

    public int redirectCount;

    /** New entries by hour of the day; see {@link Rhythm}. */
    public List<Double> rhythmEntries = List.of();

    public List<Double> rhythmHours = List.of();

    /** See {@link Pauses}. */
    public List<Long> pauses = List.of();

    /** What became of the entries at the last visit that could read it. */
    public int storedEntryCount;

    public int openEntryCount;
    public int givenUpEntryCount;

    /** On the last entry that is open, or else given up; empty if none is. */
    public String entryError = "";

    Rhythm rhythm() {
        return new Rhythm(rhythmEntries, rhythmHours);
    }

    void setRhythm(Rhythm rhythm) {
        rhythmEntries = rhythm.entries();
        rhythmHours = rhythm.hours();
    }

    public boolean isRetired() {
        return retireTime != null;
    }

    /** Makes a feed that is gone one of which nothing is known, due at once. */
    void revive(Instant now) {
        retireTime = null;
        health = FeedHealth.NEW;
        failureCount = 0;
        failingSince = null;
        lastError = "";
        errorKind = null;
        dueTime = now;
    }
}
