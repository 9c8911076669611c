package news.parallax.clusterer.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How far two runs over the same articles made the same stories. */
public final class Agreement {

    private Agreement() {}

    /**
     * Returns the F1 of BCubed (Amigó et al. 2009), in [0, 1]; 1 if the stories are the same whatever their ids.
     *
     * @param first each article's story
     * @param second of the same articles
     * @throws IllegalArgumentException if the articles differ
     */
    public static double between(Map<String, String> first, Map<String, String> second) {
        if (!first.keySet().equals(second.keySet())) {
            throw new IllegalArgumentException(
                    "runs over %d and %d articles are not over the same".formatted(first.size(), second.size()));
        }
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        first.forEach((article, story) -> {
            one.add(story);
            other.add(second.getOrDefault(article, ""));
        });
        return ClusterScores.of(one, other).bcubed().f1();
    }
}
