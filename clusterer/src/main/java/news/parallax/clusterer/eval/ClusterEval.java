package news.parallax.clusterer.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.eval.ClusterScores.Score;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;

/** Scores the grouping on labelled files. */
public final class ClusterEval {

    private static final int BATCH = 256;

    private final AnalysisThreads analysis;
    private final AssignmentRules rules;

    private ClusterEval(AnalysisThreads analysis, AssignmentRules rules) {
        this.analysis = analysis;
        this.rules = rules;
    }

    public static void main(String[] files) {
        EvalFiles.scoreAndExit(files, (analysis, rules) -> new ClusterEval(analysis, rules)::score);
    }

    private String score(Path file) throws IOException {
        LabelledArticles articles = LabelledArticles.read(file);
        if (articles.badRows() > 0) {
            System.err.printf("%s: %d rows are no articles and are left out%n", file, articles.badRows());
        }
        return new ObjectMapper().writeValueAsString(score(file, articles));
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
        json.put("nmi", EvalFiles.rounded(scores.nmi()));
        json.put("articles_per_second", Math.round(articles.rows().size() / Math.max(seconds, 1e-9)));
        json.put("peak_heap_mb", peakBytes >> 20);
        return json;
    }

    /** Reads the rows in their order as the production path does: what it would keep of each. */
    static List<Member> read(List<LabelledArticles.Row> rows, AnalysisThreads analysis, AssignmentRules rules) {
        var assigner = new StoryAssigner(rules);
        List<Member> members = new ArrayList<>(rows.size());
        for (Document document : analyze(rows, analysis)) {
            assigner.observe(document);
            members.add(assigner.read(document));
        }
        return members;
    }

    /** Analyzes the articles of all rows. */
    static List<Document> analyze(List<LabelledArticles.Row> rows, AnalysisThreads analysis) {
        return analyzeTexts(rows.stream().map(LabelledArticles.Row::article).toList(), analysis);
    }

    /** Analyzes articles that have no vectors yet. */
    static List<Document> analyzeTexts(List<ArticleText> texts, AnalysisThreads analysis) {
        return analysis.analyze(texts.stream()
                .map(text -> new AnalysisThreads.Task(text, Optional.empty()))
                .toList());
    }

    /** Streams the rows through the production path; returns each row's story after the end. */
    private List<String> predict(Path file, List<LabelledArticles.Row> rows) {
        var stream = new StoryStream(rules);
        for (int from = 0; from < rows.size(); from += BATCH) {
            analyze(rows.subList(from, Math.min(rows.size(), from + BATCH)), analysis)
                    .forEach(stream::take);
            System.err.printf(
                    "\r%s: %d of %d articles", file.getFileName(), Math.min(from + BATCH, rows.size()), rows.size());
        }
        System.err.println();
        stream.end();
        return rows.stream().map(row -> stream.storyOf(row.article().id())).toList();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Map<String, Double> json(Score score) {
        Map<String, Double> json = new LinkedHashMap<>();
        json.put("p", EvalFiles.rounded(score.p()));
        json.put("r", EvalFiles.rounded(score.r()));
        json.put("f1", EvalFiles.rounded(score.f1()));
        return json;
    }
}
