package news.parallax.catalog.story;

import java.util.List;

/** What is to be done to stories, by whom and why. */
sealed interface StoryChange {
    /** Stories become part of another one. */
    record Merge(String storyId, List<String> mergedIds, ChangeNote note) implements StoryChange {}

    /** Articles of a story become a new one. */
    record Split(String storyId, String newStoryId, List<String> articleIds, ChangeNote note) implements StoryChange {}

    /** Articles go to a story that is there. */
    record Move(List<String> articleIds, String storyId, ChangeNote note) implements StoryChange {}
}
