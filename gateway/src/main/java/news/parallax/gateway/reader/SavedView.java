package news.parallax.gateway.reader;

import java.time.Instant;
import news.parallax.gateway.story.StoryView;

/**
 * A story that a reader saved.
 *
 * @param story the story as the reader sees it
 * @param saveTime when it was saved
 */
public record SavedView(StoryView story, Instant saveTime) {}
