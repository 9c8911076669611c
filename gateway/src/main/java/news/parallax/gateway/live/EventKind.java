package news.parallax.gateway.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.gateway.story.StoryChangeView;

/** What an event says. */
enum EventKind {
    /** A new story. */
    FOUNDED,
    /** Another headline, other articles, another split. */
    CHANGED,
    /** The story became part of another one. */
    MERGED;

    static final Map<String, EventKind> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(EventKind::key, Function.identity()));

    static EventKind of(StoryChangeView change) {
        if (change.mergedInto() != null) {
            return MERGED;
        }
        return change.aspects().contains("founded") ? FOUNDED : CHANGED;
    }

    /** Name of the event on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
