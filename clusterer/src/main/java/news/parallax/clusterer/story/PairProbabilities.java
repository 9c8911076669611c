package news.parallax.clusterer.story;

/** For every two of some articles the probability that they tell one event: four bytes a pair. */
public final class PairProbabilities {

    private final int size;
    private final float[] values;

    /** All 0. */
    PairProbabilities(int size) {
        this.size = size;
        this.values = new float[Math.multiplyExact(size, size - 1) / 2];
    }

    /** Takes probabilities as they are, for each article those with the ones before it. */
    public static PairProbabilities of(float[][] rows) {
        var pairs = new PairProbabilities(rows.length);
        for (int i = 1; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, pairs.values, index(i, 0), i);
        }
        return pairs;
    }

    void set(int a, int b, double probability) {
        values[index(a, b)] = (float) probability;
    }

    /** Has two articles joined before any that are not: the mean of a cluster that has yet to take in one of them is infinite. */
    void join(int a, int b) {
        set(a, b, Double.POSITIVE_INFINITY);
    }

    /** Keeps two articles apart: no mean with an infinite part is finite, so their clusters are never joined. */
    void part(int a, int b) {
        set(a, b, Double.NEGATIVE_INFINITY);
    }

    /** Returns the same for some articles only, which follow each other. */
    PairProbabilities range(int from, int articles) {
        var range = new PairProbabilities(articles);
        for (int i = 1; i < articles; i++) {
            System.arraycopy(values, index(from + i, from), range.values, index(i, 0), i);
        }
        return range;
    }

    int size() {
        return size;
    }

    float[] copy() {
        return values.clone();
    }

    /** Where a pair stands, in either order. */
    static int index(int a, int b) {
        int later = Math.max(a, b);
        return later * (later - 1) / 2 + Math.min(a, b);
    }
}
