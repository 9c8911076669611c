package news.parallax.catalog.change;

import java.util.Optional;
import java.util.Set;

/**
 * What a transaction is about to change of one story.
 *
 * @param aspects at least one
 * @param mergedInto the story that it becomes part of
 */
record StoryChange(String storyId, Set<StoryAspect> aspects, Optional<String> mergedInto) {}
