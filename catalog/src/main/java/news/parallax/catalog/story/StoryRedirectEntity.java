package news.parallax.catalog.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What the id of a merged story stands for. */
@Entity
@Table(name = "story_redirect")
public class StoryRedirectEntity {
    @Id
    public String storyId;

    /** Never redirected itself. */
    public String targetStoryId;

    /** The story that it became part of, which may have become part of others since. */
    public String mergedIntoStoryId;

    /** The merge; null if it was before those were told. */
    public @Nullable Long eventId;
}
