package news.parallax.clusterer.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.bench.ShortTexts;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;

/**
 * Scores how well labelled articles are grouped among many others: streams a file alone and then among the texts of
 * {@code ../shared/data/scale}, spread evenly over its time. Only labelled rows are scored; what joins their stories from
 * outside is counted.
 */
public final class DistractorEval {

    private static final Path OTHERS = Path.of("../shared/data/scale/short_texts_200k.tsv.gz");
    private static final int OTHERS_LIMIT = 200_000;
    private static final int BATCH = 256;

    private static final ObjectMapper JSON = new ObjectMapper();

    private DistractorEval() {}

    public static void main(String[] files) {
        EvalFiles.scoreAndExit(files, (analysis, rules) -> file -> score(file, analysis, rules));
    }

    private static String score(Path file, AnalysisThreads analysis, AssignmentRules rules) throws IOException {
        if (!Files.exists(OTHERS)) {
            return "skipped: no data";
        }
        List<LabelledArticles.Row> rows = LabelledArticles.read(file).rows();
        List<ArticleText> labelled =
                rows.stream().map(LabelledArticles.Row::article).toList();
        List<ArticleText> others = spread(ShortTexts.read(OTHERS, OTHERS_LIMIT), labelled);
        StoryStream alone = stream(labelled, analysis, rules);
        StoryStream among = stream(
                Stream.concat(labelled.stream(), others.stream())
                        .sorted(Comparator.comparing(ArticleText::time))
                        .toList(),
                analysis,
                rules);
        double aloneF1 = bcubed(rows, alone);
        double amongF1 = bcubed(rows, among);
        ObjectNode json = JSON.createObjectNode();
        json.put("suite", "distractors");
        json.put("file", file.getFileName().toString());
        json.put("rows", rows.size());
        json.put("distractors", others.size());
        json.put("bcubed_f1_alone", EvalFiles.rounded(aloneF1));
        json.put("bcubed_f1_among", EvalFiles.rounded(amongF1));
        json.put("loss", EvalFiles.rounded(aloneF1 - amongF1));
        json.put("distractors_in_labelled_stories", intruders(labelled, others, among));
        return json.toString();
    }

    /** The same texts at even distances from the first to the last of others. */
    private static List<ArticleText> spread(List<ArticleText> texts, List<ArticleText> over) {
        Instant first = over.getFirst().time();
        Duration span = Duration.between(first, over.getLast().time());
        List<ArticleText> spread = new ArrayList<>(texts.size());
        for (ArticleText text : texts) {
            spread.add(text.at(first.plusMillis(span.toMillis() * spread.size() / texts.size())));
        }
        return spread;
    }

    private static StoryStream stream(List<ArticleText> articles, AnalysisThreads analysis, AssignmentRules rules) {
        var stream = new StoryStream(rules);
        for (int from = 0; from < articles.size(); from += BATCH) {
            ClusterEval.analyzeTexts(articles.subList(from, Math.min(articles.size(), from + BATCH)), analysis)
                    .forEach((Document document) -> stream.take(document));
            System.err.printf("\r%d of %d articles", from, articles.size());
        }
        System.err.println();
        stream.end();
        return stream;
    }

    private static double bcubed(List<LabelledArticles.Row> rows, StoryStream stream) {
        return ClusterScores.of(
                        rows.stream().map(LabelledArticles.Row::story).toList(),
                        rows.stream()
                                .map(row -> stream.storyOf(row.article().id()))
                                .toList())
                .bcubed()
                .f1();
    }

    private static long intruders(List<ArticleText> labelled, List<ArticleText> others, StoryStream stream) {
        Set<String> stories =
                labelled.stream().map(text -> stream.storyOf(text.id())).collect(Collectors.toCollection(HashSet::new));
        return others.stream()
                .filter(text -> stories.contains(stream.storyOf(text.id())))
                .count();
    }
}
