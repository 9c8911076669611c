package news.parallax.catalog.rating;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** What sources are rated on: BIAS, FACTUALITY, or what an operator defined. */
@Entity
@Table(name = "rating_axis")
public class RatingAxisEntity {
    public static final String BIAS = "BIAS";
    public static final String FACTUALITY = "FACTUALITY";

    @Id
    public String id;

    public String name;

    /** From lowest to highest. */
    public List<String> steps;

    /** Whether its steps are those of the contracts, and cannot be others. */
    public static boolean isBuiltIn(String id) {
        return id.equals(BIAS) || id.equals(FACTUALITY);
    }
}
