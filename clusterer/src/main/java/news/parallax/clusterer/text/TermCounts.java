package news.parallax.clusterer.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often an article has each of its terms.
 *
 * @param keys folded terms, each once, in order of first appearance; not to be changed
 * @param surfaces the terms as first written, beside the keys; not to be changed
 * @param nameLike whether they looked like names or numbers somewhere, beside the keys; not to be changed
 * @param frequencies positive, beside the keys; not to be changed
 */
public record TermCounts(String[] keys, String[] surfaces, boolean[] nameLike, float[] frequencies) {

    /** Collects occurrences, each with the weight of the place where it stands. */
    static final class Builder {

        private final Map<String, Count> counts = new LinkedHashMap<>();

        void add(String key, String surface, boolean nameLike, double weight) {
            Count count = counts.computeIfAbsent(key, _ -> new Count(surface));
            count.sum += weight;
            count.nameLike |= nameLike;
        }

        boolean contains(String key) {
            return counts.containsKey(key);
        }

        /** Frequencies grow with the logarithm of the occurrences (Manning, Raghavan and Schütze 2008, §6.4.1). */
        TermCounts build() {
            var frequencies = new float[counts.size()];
            var surfaces = new String[counts.size()];
            var nameLike = new boolean[counts.size()];
            int i = 0;
            for (Count count : counts.values()) {
                frequencies[i] = (float) Math.log1p(count.sum);
                nameLike[i] = count.nameLike;
                surfaces[i++] = count.surface;
            }
            return new TermCounts(counts.keySet().toArray(String[]::new), surfaces, nameLike, frequencies);
        }
    }

    private static final class Count {
        final String surface;
        double sum;
        boolean nameLike;

        Count(String surface) {
            this.surface = surface;
        }
    }
}
