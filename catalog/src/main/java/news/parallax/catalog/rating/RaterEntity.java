package news.parallax.catalog.rating;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who rates sources. */
@Entity
@Table(name = "rater")
public class RaterEntity {
    @Id
    public String id;

    public String name;
    public String homeUrl;
}
