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
        List<Judged> judged = judge(file, rows);
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

    /** Streams all texts through the production path, then asks for each pair. */
    private List<Judged> judge(Path file, List<LabelledPairs.Row> rows) {
        var assigner = new StoryAssigner(rules);
        List<Document> documents = new ArrayList<>(2 * rows.size());
        for (int from = 0; from < rows.size(); from += BATCH) {
            documents.addAll(analysis.analyze(rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                    .flatMap(row -> Stream.of(task(row.first()), task(row.second())))
                    .toList()));
            System.err.printf("\r%s: %d of %d pairs", file.getFileName(), documents.size() / 2, rows.size());
        }
        System.err.println();
        documents.forEach(assigner::observe);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Judged(
                        assigner.probability(documents.get(2 * row), documents.get(2 * row + 1)),
                        rows.get(row).same()))
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
    }
}
