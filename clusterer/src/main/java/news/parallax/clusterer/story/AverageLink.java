package news.parallax.clusterer.story;

import java.util.Arrays;

/**
 * Agglomerative clustering by average link, cut at a threshold: the two clusters that are most probably about one event,
 * on the mean over all their pairs, become one, until no two reach the threshold. Follows chains of nearest neighbors,
 * which finds the same clusters in time and memory of order n² (Murtagh 1983; updates by Lance and Williams 1967).
 */
public final class AverageLink {

    private static final int NONE = -1;

    private final float[] probabilities;
    private final int[] sizes;
    private final int[] clusters;
    private final int[] chain;
    private int chainLength;

    private AverageLink(PairProbabilities pairs) {
        this.probabilities = pairs.copy();
        this.sizes = new int[pairs.size()];
        this.clusters = new int[pairs.size()];
        this.chain = new int[pairs.size()];
        Arrays.fill(sizes, 1);
        Arrays.setAll(clusters, i -> i);
    }

    /** Returns for each article the number of its cluster, which is the number of one article in it. */
    public static int[] clusters(PairProbabilities pairs, double threshold) {
        var link = new AverageLink(pairs);
        for (int start = 0; start < pairs.size(); start++) {
            while (link.sizes[start] > 0) {
                link.follow(start, threshold);
            }
        }
        return link.representatives();
    }

    /** Goes from neighbor to nearest neighbor until two are each other's, and joins them; sets aside who has none. */
    private void follow(int start, double threshold) {
        if (chainLength == 0) {
            chain[chainLength++] = start;
        }
        int last = chain[chainLength - 1];
        int previous = chainLength > 1 ? chain[chainLength - 2] : NONE;
        int nearest = nearest(last, previous);
        if (nearest == NONE || probability(last, nearest) < threshold) {
            // An average never exceeds its parts, so nothing that is still to come can bring it a neighbor.
            sizes[last] = -sizes[last];
            chainLength--;
        } else if (nearest == previous) {
            join(last, previous);
            chainLength -= 2;
        } else {
            chain[chainLength++] = nearest;
        }
    }

    private int nearest(int cluster, int previous) {
        int nearest = previous;
        float best = previous == NONE ? NONE : probability(cluster, previous);
        for (int other = 0; other < sizes.length; other++) {
            if (sizes[other] > 0 && other != cluster && probability(cluster, other) > best) {
                best = probability(cluster, other);
                nearest = other;
            }
        }
        return nearest;
    }

    private void join(int a, int b) {
        int into = Math.min(a, b);
        int gone = Math.max(a, b);
        float all = sizes[into] + sizes[gone];
        for (int other = 0; other < sizes.length; other++) {
            if (sizes[other] > 0 && other != into && other != gone) {
                float mean = (sizes[into] * probability(into, other) + sizes[gone] * probability(gone, other)) / all;
                probabilities[PairProbabilities.index(into, other)] = mean;
            }
        }
        sizes[into] += sizes[gone];
        sizes[gone] = 0;
        clusters[gone] = into;
    }

    private float probability(int a, int b) {
        return probabilities[PairProbabilities.index(a, b)];
    }

    /** A cluster is always joined into one of a smaller number, so one pass upwards suffices. */
    private int[] representatives() {
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = clusters[clusters[i]];
        }
        return clusters;
    }
}
