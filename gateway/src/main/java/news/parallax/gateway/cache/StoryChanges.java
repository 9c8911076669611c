package news.parallax.gateway.cache;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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

    private final ConcurrentMap<String, Long> latest = new ConcurrentHashMap<>();
    private final Deque<Change> oldestFirst = new ArrayDeque<>();
    private volatile long place;
    private volatile long known;

    private record Change(String storyId, long place) {}

    long place() {
        return place;
    }

    /** Whether it is known that none of the stories changed after the place. */
    boolean unchangedSince(long since, Collection<String> storyIds) {
        if (since < known) {
            return false;
        }
        for (String id : storyIds) {
            Long changed = latest.get(id);
            if (changed != null && changed > since) {
                return false;
            }
        }
        return true;
    }

    /** Notes a change; the story is to be known as changed by whoever sees the new place. */
    synchronized void add(String storyId) {
        long next = place + 1;
        latest.put(storyId, next);
        oldestFirst.addLast(new Change(storyId, next));
        place = next;
        if (oldestFirst.size() > REMEMBERED) {
            Change forgotten = oldestFirst.removeFirst();
            latest.remove(forgotten.storyId(), forgotten.place());
            known = forgotten.place();
        }
    }

    /** Any story may have changed before now. */
    synchronized void forget() {
        latest.clear();
        oldestFirst.clear();
        place = place + 1;
        known = place;
    }
}
