package news.parallax.gateway.reader;

import org.jspecify.annotations.Nullable;

/**
 * What a reader read, as a program sends it: one of both.
 *
 * @param storyId the story's own page
 * @param articleId an article, at its outlet
 */
record ReadingBody(@Nullable String storyId, @Nullable String articleId) {}
