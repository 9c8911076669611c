package news.parallax.gateway.live;

import news.parallax.gateway.story.StoryChangeView;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog said: a change, or only where its stream stands.
 *
 * @param place in the stream, after this word; opaque
 * @param change null if nothing changed
 */
record Word(String place, @Nullable StoryChangeView change) {}
