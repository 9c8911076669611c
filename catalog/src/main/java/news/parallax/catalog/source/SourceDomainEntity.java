package news.parallax.catalog.source;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A host name by which a source is known. */
@Entity
@Table(name = "source_domain")
public class SourceDomainEntity {
    @Id
    public String domain;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public SourceEntity source;

    public int position;

    /** Whether hosts below it are the same source. */
    public boolean coversSubdomains;
}
