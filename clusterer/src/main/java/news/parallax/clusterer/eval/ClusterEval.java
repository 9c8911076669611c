package news.parallax.clusterer.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.eval.ClusterScores.Score;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Embedder;

/**
 * Scores the grouping on labelled files: the parts and the settings of the service, without its network. Prints one JSON
 * object a file on standard output, everything else on standard error. Exits with 1 if a file could not be read.
 */
public final class ClusterEval {

    private static final int BATCH = 256;

    private final AnalysisThreads analysis;
    private final AssignmentRules rules;

    private ClusterEval(AnalysisThreads analysis, AssignmentRules rules) {
        this.analysis = analysis;
        this.rules = rules;
    }

    public static void main(String[] files) {
        if (files.length == 0) {
            System.err.println("usage: ClusterEval FILE…   (JSONL, plain or .gz)");
            System.exit(2);
        }
        ClustererConfig config = ClustererParts.config();
        Embedder embedder = ClustererParts.embedder(config);
        boolean allRead = true;
        try (AnalysisThreads analysis = ClustererParts.analysisThreads(config, embedder)) {
            var eval = new ClusterEval(analysis, ClustererParts.rules(config));
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            for (String file : files) {
                allRead &= eval.run(Path.of(file), out);
            }
        }
        System.exit(allRead ? 0 : 1);
    }

    private boolean run(Path file, PrintStream out) {
        try {
            LabelledArticles articles = LabelledArticles.read(file);
            if (articles.badRows() > 0) {
                System.err.printf("%s: %d rows are no articles and are left out%n", file, articles.badRows());
            }
            out.println(new ObjectMapper().writeValueAsString(score(file, articles)));
            return true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings make JSON", e);
        } catch (IOException e) {
            System.err.printf("%s cannot be read: %s%n", file, e);
            return false;
        }
    }

    private Map<String, Object> score(Path file, LabelledArticles articles) {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        List<String> predicted = predict(file, articles.rows());
        double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
        long peakBytes = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        var scores = ClusterScores.of(
                articles.rows().stream().map(LabelledArticles.Row::story).toList(), predicted);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("suite", "clusters");
        json.put("file", file.getFileName().toString());
        json.put("rows", articles.rows().size());
        json.put("gold", scores.gold());
        json.put("predicted", scores.predicted());
        json.put("pair", json(scores.pair()));
        json.put("bcubed", json(scores.bcubed()));
        json.put("ceafe", json(scores.ceafe()));
        json.put("nmi", rounded(scores.nmi()));
        json.put("articles_per_second", Math.round(articles.rows().size() / Math.max(seconds, 1e-9)));
        json.put("peak_heap_mb", peakBytes >> 20);
        return json;
    }

    /** Streams the rows through the production path; returns each row's story after the end. */
    private List<String> predict(Path file, List<LabelledArticles.Row> rows) {
        var assigner = new StoryAssigner(rules);
        Map<String, String> stories = new LinkedHashMap<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<AnalysisThreads.Task> batch = rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                    .map(row -> new AnalysisThreads.Task(row.article(), Optional.empty()))
                    .toList();
            for (Document document : analysis.analyze(batch)) {
                String storyId = assigner.assign(document).membership().storyId();
                stories.put(document.article().id(), storyId);
                if (assigner.isConsolidationDue()) {
                    assigner.consolidate().forEach(assigner::apply);
                }
            }
            System.err.printf("\r%s: %d of %d articles", file.getFileName(), stories.size(), rows.size());
        }
        System.err.println();
        assigner.consolidate().forEach(assigner::apply);
        // What has left a full window stays as it was assigned.
        stories.replaceAll((id, storyId) -> assigner.storyIdOf(id).orElse(storyId));
        return rows.stream().map(row -> stories.get(row.article().id())).toList();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Map<String, Double> json(Score score) {
        Map<String, Double> json = new LinkedHashMap<>();
        json.put("p", rounded(score.p()));
        json.put("r", rounded(score.r()));
        json.put("f1", rounded(score.f1()));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
