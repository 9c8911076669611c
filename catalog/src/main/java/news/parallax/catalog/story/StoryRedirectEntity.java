package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the id of a merged story stands for. */
@Entity
@Table(name = "story_redirect")
public class StoryRedirectEntity {
    @Id
    public String storyId;

    /** Never redirected itself. */
    public String targetStoryId;
}
