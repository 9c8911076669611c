package news.parallax.catalog.change;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The history that changes of stories belong to. */
@Entity
@Table(name = "story_change_log")
public class StoryChangeLogEntity {
    static final int ONLY = 1;

    @Id
    public int id = ONLY;

    /** Another in every database. */
    public String epoch;

    /** Of the latest change that is no longer kept; 0 if all are. */
    public long prunedId;
}
