package news.parallax.clusterer.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.eval.PairScores.Judged;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Evidence;
import news.parallax.clusterer.story.SameStoryModel;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;

/**
 * Scores the same-story model on pairs that people have scored. Terms are weighed by what all texts of the file have, read
 * in its order.
 */
public final class PairEval {

    private static final int BATCH = 256;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnalysisThreads analysis;
    private final AssignmentRules rules;
    private final SameStoryModel model = SameStoryModel.shipped();

    private PairEval(AnalysisThreads analysis, AssignmentRules rules) {
        this.analysis = analysis;
        this.rules = rules;
    }

    public static void main(String[] files) {
        EvalFiles.scoreAndExit(files, (analysis, rules) -> new PairEval(analysis, rules)::score);
    }

    private String score(Path file) throws IOException {
        LabelledPairs pairs = LabelledPairs.read(file);
        if (pairs.badRows() > 0) {
            System.err.printf("%s: %d rows are no pairs and are left out%n", file, pairs.badRows());
        }
        return score(file, pairs.rows()).toString();
    }

    private ObjectNode score(Path file, List<LabelledPairs.Row> rows) {
        List<Judged> judged = judge(rows);
        List<Judged> crossLingual = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).crossLingual())
                .mapToObj(judged::get)
                .toList();
        ObjectNode json = JSON.createObjectNode();
        json.put("suite", "pairs");
        json.put("file", file.getFileName().toString());
        put(json, PairScores.of(judged, rules.threshold()));
        put(json.putObject("cross_lingual"), PairScores.of(crossLingual, rules.threshold()));
        return json;
    }

    private List<Judged> judge(List<LabelledPairs.Row> rows) {
        List<Evidence> evidence = compare(rows, analysis, rules);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Judged(
                        model.probability(evidence.get(row)), rows.get(row).same()))
                .toList();
    }

    /** Streams all texts through the production path, then compares those of each pair. */
    static List<Evidence> compare(List<LabelledPairs.Row> rows, AnalysisThreads analysis, AssignmentRules rules) {
        var assigner = new StoryAssigner(rules);
        List<Document> documents = new ArrayList<>(2 * rows.size());
        for (int from = 0; from < rows.size(); from += BATCH) {
            documents.addAll(analysis.analyze(rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                    .flatMap(row -> Stream.of(task(row.first()), task(row.second())))
                    .toList()));
        }
        documents.forEach(assigner::observe);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> Evidence.between(
                        assigner.read(documents.get(2 * row)), assigner.read(documents.get(2 * row + 1))))
                .toList();
    }

    private static AnalysisThreads.Task task(ArticleText article) {
        return new AnalysisThreads.Task(article, Optional.empty());
    }

    /** An AUC of pairs that are all of one kind is null. */
    private static void put(ObjectNode json, PairScores scores) {
        json.put("n", scores.n());
        json.putNull("auc");
        scores.auc().ifPresent(auc -> json.put("auc", EvalFiles.rounded(auc)));
        json.put("f1", EvalFiles.rounded(scores.f1()));
        json.put("calibration_error", EvalFiles.rounded(scores.calibrationError()));
    }
}
