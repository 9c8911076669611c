package news.parallax.clusterer.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.text.Document;

/** Scores how much the order within an hour matters: streams a labelled file in five of them. */
public final class OrderEval {

    private static final int ORDERS = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderEval() {}

    public static void main(String[] files) {
        EvalFiles.scoreAndExit(files, (analysis, rules) -> file -> score(file, analysis, rules));
    }

    private static String score(Path file, AnalysisThreads analysis, AssignmentRules rules) throws IOException {
        List<LabelledArticles.Row> rows = LabelledArticles.read(file).rows();
        List<Document> documents = ClusterEval.analyze(rows, analysis);
        List<Double> scores = new ArrayList<>();
        for (int seed = 1; seed <= ORDERS; seed++) {
            List<Integer> order = shuffledWithinHours(rows, seed);
            var stream = new StoryStream(rules);
            order.forEach(row -> stream.take(documents.get(row)));
            stream.end();
            scores.add(ClusterScores.of(
                            rows.stream().map(LabelledArticles.Row::story).toList(),
                            rows.stream()
                                    .map(row -> stream.storyOf(row.article().id()))
                                    .toList())
                    .bcubed()
                    .f1());
            System.err.printf("%s: order %d of %d%n", file.getFileName(), seed, ORDERS);
        }
        return json(file, rows.size(), scores).toString();
    }

    private static ObjectNode json(Path file, int rows, List<Double> scores) {
        ObjectNode json = JSON.createObjectNode();
        json.put("suite", "order");
        json.put("file", file.getFileName().toString());
        json.put("rows", rows);
        ArrayNode f1 = json.putArray("bcubed_f1");
        scores.forEach(score -> f1.add(EvalFiles.rounded(score)));
        json.put("difference", EvalFiles.rounded(Collections.max(scores) - Collections.min(scores)));
        return json;
    }

    /** Numbers of the rows, hour by hour; those without a date have one time, which is one hour. */
    static List<Integer> shuffledWithinHours(List<LabelledArticles.Row> rows, int seed) {
        Map<Instant, List<Integer>> hours = IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> rows.get(row).article().time().truncatedTo(ChronoUnit.HOURS),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        var random = new Random(seed);
        hours.values().forEach(hour -> Collections.shuffle(hour, random));
        return hours.values().stream().flatMap(List::stream).toList();
    }
}
