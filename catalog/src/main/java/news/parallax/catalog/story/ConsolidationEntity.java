package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** When the clusterer looked at all stories last. */
@Entity
@Table(name = "consolidation")
public class ConsolidationEntity {
    static final int ONLY = 1;

    @Id
    public int id = ONLY;

    /** Of the latest article that was there. */
    public long lastArrival;

    /** What its last call was named by the caller. */
    public String requestId;
}
