package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What only the page of a story shows. */
@Entity
@Table(name = "story_details")
public class StoryDetailsEntity {
    @Id
    public String storyId;

    /** See {@link StoryDetailsMessages}. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String details = StoryDetailsMessages.NONE;
}
