package news.parallax.gateway.desk;

import java.time.Instant;
import news.parallax.gateway.history.StoryEventView;
import news.parallax.gateway.page.TimeView;

/**
 * A change of groupings, with what can be done about it.
 *
 * @param event what changed
 * @param made when
 */
record EventCard(StoryEventView event, TimeView made) {
    static EventCard of(StoryEventView event, Instant now) {
        return new EventCard(event, TimeView.of(event.time(), now));
    }

    /** Whether it can be taken back: parts of another one go with that, and once is enough. */
    public boolean undoable() {
        return event.undoneBy() == null && event.partOf() == null;
    }
}
