package news.parallax.catalog.source;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A source that turned out to be one with another. Its id is one of the domains of that, and stays so. */
@Entity
@Table(name = "merged_source")
public class MergedSourceEntity {
    @Id
    public String id;

    /** What it was called. */
    public String name;

    /** The source that remained, whatever was merged since. */
    public String intoId;

    public Instant mergeTime;
    public String reason;

    /** Returns what is left of the source: its id and name. */
    SourceEntity remains() {
        var source = new SourceEntity();
        source.id = id;
        source.name = name;
        return source;
    }
}
