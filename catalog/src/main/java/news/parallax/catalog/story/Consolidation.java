package news.parallax.catalog.story;

import java.util.List;

/**
 * Changes that the clusterer wants after a look at all stories.
 *
 * @param changes in order
 * @param done whether they are all, or the last of several calls
 * @param requestId names the call; a repeat of the last one does nothing
 */
record Consolidation(List<StoryChange> changes, boolean done, String requestId) {}
