package news.parallax.clusterer.story;

import java.util.List;

/** What consolidation does to stories, with its reason in words. */
public sealed interface StoryChange {

    /** The story that has the articles afterwards. */
    String storyId();

    /** The story that had them. */
    String fromStoryId();

    /** Why, for the story's history. */
    String reason();

    /** Both stories. */
    default List<String> storyIds() {
        return List.of(storyId(), fromStoryId());
    }

    /**
     * All of another story joins this one.
     *
     * @param fromStoryId the story that ends
     */
    record Merged(String storyId, String fromStoryId, String reason) implements StoryChange {}

    /**
     * Articles leave a story and are one of their own.
     *
     * @param storyId the new story
     * @param fromStoryId where they were
     * @param articleIds in order of arrival; the story keeps at least one other
     */
    record Split(String storyId, String fromStoryId, List<String> articleIds, String reason) implements StoryChange {}

    /**
     * Articles go from one story to another.
     *
     * @param fromStoryId where they were
     * @param articleIds in order of arrival; the story keeps at least one other
     */
    record Moved(String storyId, String fromStoryId, List<String> articleIds, String reason) implements StoryChange {}
}
