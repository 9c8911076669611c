package news.parallax.crawler.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.parallax.crawler.text.LanguageIdentifier;

/** Rows of a {@code text} and its {@code lang}. Every language counts by its rows, and once in the means. */
final class LanguageEval implements Suite {

    /** The languages with the most pages on the web (W3Techs, 2024), of those with many; Hindi stands there for its newspapers. */
    private static final List<String> LARGEST = List.of(
            "en", "es", "de", "ja", "fr", "pt", "ru", "it", "nl", "pl", "tr", "zh", "fa", "vi", "cs", "id", "ko", "ar",
            "uk", "hi");

    private final LanguageIdentifier identifier = new LanguageIdentifier();
    private final Map<String, Count> counts = new TreeMap<>();
    private long nanos;

    @Override
    public Verdict judge(EvalRow row) {
        String expected = row.text("lang");
        long start = System.nanoTime();
        String found = identifier.identify(row.text("text")).orElse("");
        nanos += System.nanoTime() - start;
        Count count = counts.computeIfAbsent(expected, key -> new Count());
        count.rows++;
        if (found.equals(expected)) {
            count.right++;
        }
        return Verdict.equal(expected, found);
    }

    @Override
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Count> large =
                LARGEST.stream().filter(counts::containsKey).map(counts::get).toList();
        int rows = counts.values().stream().mapToInt(count -> count.rows).sum();
        figures.put("languages", counts.size());
        figures.put(
                "accuracy",
                EvalCommand.share(
                        counts.values().stream().mapToInt(count -> count.right).sum(), rows));
        figures.put("mean_of_languages", mean(List.copyOf(counts.values())));
        figures.put("largest_n", large.stream().mapToInt(count -> count.rows).sum());
        figures.put(
                "largest_accuracy",
                EvalCommand.share(
                        large.stream().mapToInt(count -> count.right).sum(),
                        large.stream().mapToInt(count -> count.rows).sum()));
        figures.put("largest_mean", mean(large));
        figures.put("texts_per_second", Math.round(rows / (nanos / 1e9)));
        return figures;
    }

    private static double mean(List<Count> counts) {
        return EvalCommand.share(
                counts.stream()
                        .mapToDouble(count -> count.right / (double) count.rows)
                        .sum(),
                counts.size());
    }

    private static final class Count {
        private int rows;
        private int right;
    }
}
