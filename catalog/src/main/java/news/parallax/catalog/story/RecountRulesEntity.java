package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The settings that all stories were counted with. */
@Entity
@Table(name = "recount_rules")
public class RecountRulesEntity {
    static final int ONLY = 1;

    @Id
    public int id = ONLY;

    public String rules;
}
