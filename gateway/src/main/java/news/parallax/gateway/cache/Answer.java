package news.parallax.gateway.cache;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A 200 as it was given to a visitor, kept in the best coding that there is: a page takes a tenth of its text. Forms in other
 * codings are made when asked for, and the compressed ones kept; threads may make the same form twice.
 */
final class Answer {
    private static final int OVERHEAD_BYTES = 1_000;

    private final EntityTag tag;
    private final Map<String, List<String>> headers;
    private final byte[] packed;
    private final ConcurrentMap<Coding, byte[]> forms = new ConcurrentHashMap<>(4);
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
    Answer(byte[] text, EntityTag tag, Map<String, List<String>> headers, Life life) {
        this.packed = Coding.BEST.encode(text);
        this.forms.put(Coding.BEST, packed);
        this.tag = tag;
        this.headers = Map.copyOf(headers);
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

    /** Whether the form is there already: making it takes a while, which an event loop has not got. */
    boolean has(Coding coding) {
        return forms.containsKey(coding);
    }

    byte[] body(Coding coding) {
        byte[] form = forms.get(coding);
        if (form == null) {
            form = coding.encode(Coding.BEST.decode(packed));
            if (coding != Coding.IDENTITY) {
                forms.put(coding, form);
            }
        }
        return form;
    }

    /** What it takes in memory, with a second form of about the same length. */
    int weight() {
        return 2 * packed.length + OVERHEAD_BYTES;
    }
}
