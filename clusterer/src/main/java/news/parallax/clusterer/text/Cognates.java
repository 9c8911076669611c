package news.parallax.clusterer.text;

import java.util.TreeMap;

/**
 * What a vector is to one of another language: words that sound alike at their beginning are one ({@link Sounds}). On
 * human-scored pairs of German and English articles the cosine has an AUC of .90, where that of the words has .80.
 *
 * @param keys ascending, each once
 * @param weights the sums of the words' weights, beside the keys
 * @param length Euclidean
 */
record Cognates(int[] keys, float[] weights, double length) {

    /** Stands for those that nobody has asked for. */
    static final Cognates NOT_MADE = new Cognates(new int[0], new float[0], 0);

    static Cognates of(Term[] terms, float[] termWeights) {
        var sums = new TreeMap<Integer, Float>();
        for (int i = 0; i < terms.length; i++) {
            sums.merge(terms[i].cognate, termWeights[i], Float::sum);
        }
        int[] keys = new int[sums.size()];
        float[] weights = new float[keys.length];
        double squares = 0;
        int next = 0;
        for (var sum : sums.entrySet()) {
            keys[next] = sum.getKey();
            weights[next] = sum.getValue();
            squares += weights[next] * weights[next];
            next++;
        }
        return new Cognates(keys, weights, Math.sqrt(squares));
    }

    double cosine(Cognates other) {
        double shared = 0;
        for (int i = 0, j = 0; i < keys.length && j < other.keys.length; ) {
            int order = Integer.compare(keys[i], other.keys[j]);
            if (order == 0) {
                shared += weights[i] * other.weights[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double lengths = length * other.length;
        return lengths == 0 ? 0 : Math.min(1, shared / lengths);
    }
}
