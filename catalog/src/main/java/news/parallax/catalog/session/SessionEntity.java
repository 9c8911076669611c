package news.parallax.catalog.session;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import news.parallax.catalog.reader.ReaderEntity;

/** A browser in which a reader has entered, of which only the hash of the secret is known. */
@Entity
@Table(name = "session")
public class SessionEntity {
    /** SHA-256, 64 lowercase hexadecimal digits. */
    @Id
    public String hash;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    public ReaderEntity reader;

    /** For its reader; tells nothing of the secret. */
    public String id;

    public Instant createTime;
    public Instant lastUseTime;

    /** From when on it opens nothing. */
    public Instant expireTime;

    public String client;

    /** Returns whether the password became another since. */
    boolean outdated() {
        return reader.passwordTime != null && createTime.isBefore(reader.passwordTime);
    }
}
