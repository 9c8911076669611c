package news.parallax.catalog.story;

import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.change.StoryChangeEntity;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ChangedStory;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.WatchStoriesResponse;

/** Changes of stories on the wire. */
final class StoryChangeMessages {
    private StoryChangeMessages() {}

    /**
     * Returns the change.
     *
     * @param now stories as they are now, by id, if they are wanted
     */
    static WatchStoriesResponse toProto(StoryChangeEntity row, String resumeToken, Map<String, Story> now) {
        var change =
                ChangedStory.newBuilder().setStoryId(row.storyId).setChangeTime(TimeMessages.toProto(row.changeTime));
        row.aspects.forEach(aspect -> change.addAspects(StoryAspect.valueOf("STORY_ASPECT_" + aspect)));
        Optional.ofNullable(row.mergedIntoStoryId).ifPresent(change::setMergedIntoStoryId);
        Optional.ofNullable(now.get(row.storyId)).ifPresent(change::setStory);
        return WatchStoriesResponse.newBuilder()
                .setResumeToken(resumeToken)
                .setChange(change)
                .build();
    }
}
