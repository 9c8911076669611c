package news.parallax.catalog.story;

import java.util.Optional;

/**
 * Which stories are listed.
 *
 * @param gapOnly only those with a coverage gap
 * @param sourceId only those with an article of this source
 * @param sourcesMin only those with at least so many sources
 */
record StoryFilter(boolean gapOnly, Optional<String> sourceId, int sourcesMin) {}
