package news.parallax.catalog.reader;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who reads. */
@Entity
@Table(name = "reader")
public class ReaderEntity {
    @Id
    public String id;

    public String name;

    /** Name of a Plan without prefix. */
    public String plan;
}
