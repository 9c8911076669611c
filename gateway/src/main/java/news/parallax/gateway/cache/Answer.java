package news.parallax.gateway.cache;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A 200 as it was given to a visitor. Forms in other codings are made when first asked for; threads may make the same form
 * twice.
 */
final class Answer {
    private static final int OVERHEAD_BYTES = 1_000;

    private final EntityTag tag;
    private final Map<String, List<String>> headers;
    private final ConcurrentMap<Coding, byte[]> bodies = new ConcurrentHashMap<>(4);
    private final int length;
    private final Life life;

    /**
     * How long an answer holds.
     *
     * @param place in the changes of stories, from before it was made
     * @param storyIds what it tells of; a change of one of them ends it
     * @param onlyStories whether nothing else ends it
     * @param madeNanos when it was made, by System.nanoTime
     * @param nanos how long it may be kept
     */
    record Life(long place, Set<String> storyIds, boolean onlyStories, long madeNanos, long nanos) {}

    /** @param headers of the resource, without those of the coding and of the connection */
    Answer(byte[] body, EntityTag tag, Map<String, List<String>> headers, Life life) {
        this.bodies.put(Coding.IDENTITY, body);
        this.tag = tag;
        this.headers = Map.copyOf(headers);
        this.length = body.length;
        this.life = life;
    }

    EntityTag tag() {
        return tag;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    Life life() {
        return life;
    }

    /** Whether the form is there already: making it takes milliseconds, which an event loop has not got. */
    boolean has(Coding coding) {
        return bodies.containsKey(coding);
    }

    byte[] body(Coding coding) {
        byte[] body = bodies.get(coding);
        if (body == null) {
            body = coding.encode(bodies.getOrDefault(Coding.IDENTITY, new byte[0]));
            bodies.put(coding, body);
        }
        return body;
    }

    /** What it takes in memory at most: compressed forms together are no larger than the text. */
    int weight() {
        return 2 * length + OVERHEAD_BYTES;
    }
}
