package news.parallax.gateway.cache;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which stories changed after which place. Places are counted here: one for each change that is heard. Whoever makes an
 * answer takes the place before asking for anything; what the catalog commits after that is heard at a later place, so an
 * answer made of old data is known as such whichever of the two is there first. One writer, many readers.
 */
@Singleton
class StoryChanges {
    private static final int REMEMBERED = 100_000;

    private final ConcurrentMap<String, Change> latest = new ConcurrentHashMap<>();
    private final Deque<Change> oldestFirst = new ArrayDeque<>();
    private volatile long place;
    private volatile long known;
    private volatile long lastNanos = System.nanoTime();

    private record Change(String storyId, long place, long nanos) {}

    long place() {
        return place;
    }

    /** Whether no story is known to have changed for so long. */
    boolean calmFor(Duration span) {
        return isOver(span, lastNanos);
    }

    /** Whether none of the stories is known to have changed for so long. */
    boolean calmFor(Duration span, Collection<String> storyIds) {
        return storyIds.stream()
                .map(latest::get)
                .filter(Objects::nonNull)
                .allMatch(change -> isOver(span, change.nanos()));
    }

    private static boolean isOver(Duration span, long nanos) {
        return System.nanoTime() - nanos > span.toNanos();
    }

    /** Whether it is known that none of the stories changed after the place. */
    boolean unchangedSince(long since, Collection<String> storyIds) {
        if (since < known) {
            return false;
        }
        for (String id : storyIds) {
            Change changed = latest.get(id);
            if (changed != null && changed.place() > since) {
                return false;
            }
        }
        return true;
    }

    /** Notes a change; the story is to be known as changed by whoever sees the new place. */
    synchronized void add(String storyId) {
        var change = new Change(storyId, place + 1, System.nanoTime());
        latest.put(storyId, change);
        oldestFirst.addLast(change);
        place = change.place();
        lastNanos = change.nanos();
        if (oldestFirst.size() > REMEMBERED) {
            Change forgotten = oldestFirst.removeFirst();
            latest.remove(forgotten.storyId(), forgotten);
            known = forgotten.place();
        }
    }

    /** Any story may have changed before now. */
    synchronized void forget() {
        latest.clear();
        oldestFirst.clear();
        place = place + 1;
        known = place;
        lastNanos = System.nanoTime();
    }
}
