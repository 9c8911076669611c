package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.parallax.clusterer.text.Fingerprint;

/**
 * Finds articles whose texts could be copies of each other among all, without comparing all: those that agree in some
 * band of their fingerprints. Belongs to the one writer.
 */
final class CopyIndex {

    /** Articles looked at behind one band, the first that came: of a text that all print, these are enough. */
    private static final int POSTINGS_LIMIT = 50;

    private final Map<Long, List<String>> articlesByBand = new HashMap<>();

    void add(String articleId, Fingerprint fingerprint) {
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            List<String> articles = articlesByBand.computeIfAbsent(fingerprint.band(band), _ -> new ArrayList<>(1));
            if (articles.size() < POSTINGS_LIMIT) {
                articles.add(articleId);
            }
        }
    }

    void remove(String articleId, Fingerprint fingerprint) {
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            articlesByBand.computeIfPresent(fingerprint.band(band), (_, articles) -> {
                articles.remove(articleId);
                return articles.isEmpty() ? null : articles;
            });
        }
    }

    /** Returns the articles that agree in a band. */
    Set<String> candidates(Fingerprint fingerprint) {
        Set<String> candidates = new LinkedHashSet<>();
        for (int band = 0; band < Fingerprint.BANDS; band++) {
            candidates.addAll(articlesByBand.getOrDefault(fingerprint.band(band), List.of()));
        }
        return candidates;
    }
}
