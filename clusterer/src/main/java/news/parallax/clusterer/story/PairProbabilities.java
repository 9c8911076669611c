package news.parallax.clusterer.story;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** For every two of some articles the probability that they tell one event: four bytes a pair. */
public final class PairProbabilities {

    private final int size;
    private final float[] values;

    private PairProbabilities(int size) {
        this.size = size;
        this.values = new float[Math.multiplyExact(size, size - 1) / 2];
    }

    /**
     * Compares all with all.
     *
     * @param articles grouped as they are now
     * @param loyalty added where two are in one story now, so that a story does not flap
     * @param reach articles of different stories that lie further apart in time are not of one event
     */
    static PairProbabilities of(List<Member> articles, SameStoryModel model, double loyalty, Duration reach) {
        var pairs = new PairProbabilities(articles.size());
        IntStream.range(1, articles.size()).parallel().forEach(i -> {
            Member article = articles.get(i);
            for (int j = 0; j < i; j++) {
                Member other = articles.get(j);
                pairs.values[index(i, j)] = (float) probability(article, other, model, loyalty, reach);
            }
        });
        return pairs;
    }

    /** Takes probabilities as they are, for each article those with the ones before it. */
    public static PairProbabilities of(float[][] rows) {
        var pairs = new PairProbabilities(rows.length);
        for (int i = 1; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, pairs.values, index(i, 0), i);
        }
        return pairs;
    }

    private static double probability(Member a, Member b, SameStoryModel model, double loyalty, Duration reach) {
        boolean together = a.membership().storyId().equals(b.membership().storyId());
        if (!together && a.secondsFrom(b) > reach.toSeconds()) {
            return 0;
        }
        double probability = Copies.areOneReport(a, b) ? 1 : model.probability(Evidence.between(a, b));
        return probability + (together ? loyalty : 0);
    }

    /** Has two articles joined before any that are not: the mean of a cluster that has yet to take in one of them is infinite. */
    void join(int a, int b) {
        values[index(a, b)] = Float.POSITIVE_INFINITY;
    }

    /** Keeps two articles apart: no mean with an infinite part is finite, so their clusters are never joined. */
    void part(int a, int b) {
        values[index(a, b)] = Float.NEGATIVE_INFINITY;
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
