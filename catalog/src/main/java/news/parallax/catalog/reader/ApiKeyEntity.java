package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key of a reader, of which only the hash is known. */
@Entity
@Table(name = "api_key")
public class ApiKeyEntity {
    /** SHA-256, 64 lowercase hexadecimal digits. */
    @Id
    public String hash;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    public ReaderEntity reader;

    /** For its reader; tells nothing of the key. */
    public String id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Scope scope;

    public Instant createTime;
    public @Nullable Instant lastUseTime;

    /** From when on it opens nothing; null if never. */
    public @Nullable Instant expireTime;

    /** What a key opens; see the contract. */
    public enum Scope {
        READ,
        PERSONAL
    }
}
