package news.parallax.clusterer.story;

import java.util.Optional;

/**
 * Where an article belongs. Why is an {@link Explanation}, which the window does not keep.
 *
 * @param storyId the story
 * @param copyOf article whose text this one repeats, if it is a copy
 */
public record Membership(String storyId, Optional<String> copyOf) {

    /** The founder's. */
    static Membership founding(String storyId) {
        return new Membership(storyId, Optional.empty());
    }

    /** The same in another story. */
    Membership in(String otherStoryId) {
        return new Membership(otherStoryId, copyOf);
    }
}
