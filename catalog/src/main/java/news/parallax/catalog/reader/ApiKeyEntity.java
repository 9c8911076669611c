package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A key of a reader, of which only the hash is known. */
@Entity
@Table(name = "api_key")
public class ApiKeyEntity {
    /** SHA-256, 64 lowercase hexadecimal digits. */
    @Id
    public String hash;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    public ReaderEntity reader;
}
