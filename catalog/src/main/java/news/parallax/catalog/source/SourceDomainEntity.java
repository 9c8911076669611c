package news.parallax.catalog.source;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A host, or pages below a path of it, by which a source is known. */
@Entity
@Table(name = "source_domain")
public class SourceDomainEntity {
    /** Key of a {@link SourceDomain}. */
    @Id
    public String domain;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public SourceEntity source;

    public int position;

    /** Whether hosts below it are the same source. */
    public boolean coversSubdomains;

    String host() {
        int slash = domain.indexOf('/');
        return slash < 0 ? domain : domain.substring(0, slash);
    }

    /** Returns the written form of a {@link SourceDomain}. */
    public String written() {
        return coversSubdomains ? domain : "=" + domain;
    }
}
