package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.eval.LabelledArticles.Row;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How well the shipped model and defaults group a fixed corpus: seven events in six languages, five lone articles. */
class StoryAssignerQualityTest {

    private static ClustererConfig config;
    private static AnalysisThreads analysis;
    private static List<Row> rows;

    @BeforeAll
    static void readCorpus() throws IOException, URISyntaxException {
        config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ClustererConfig.class)
                .build()
                .getConfigMapping(ClustererConfig.class);
        analysis = ClustererParts.analysisThreads(config, ClustererParts.embedder(config));
        rows = read("/story/quality.jsonl");
    }

    private static List<Row> read(String resource) throws IOException, URISyntaxException {
        return LabelledArticles.read(Path.of(
                        StoryAssignerQualityTest.class.getResource(resource).toURI()))
                .rows();
    }

    @AfterAll
    static void close() {
        analysis.close();
    }

    static LongStream orders() {
        return LongStream.range(0, 20);
    }

    @Test
    void inOrderOfPublicationBCubedIsAtLeast95() {
        assertThat(score(rows).bcubed().f1()).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest(name = "order {0}")
    @MethodSource("orders")
    void inAnyOrderBCubedIsAtLeast85(long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(score(shuffled).bcubed().f1()).isGreaterThanOrEqualTo(0.85);
    }

    @ParameterizedTest(name = "order {0}")
    @MethodSource("orders")
    void lookAlikesStayApartInAnyOrder(long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, List<String>> predicted = IntStream.range(0, shuffled.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> shuffled.get(i).story(), Collectors.mapping(predict(shuffled)::get, Collectors.toList())));
        assertThat(predicted.get("bridge-tarvos")).doesNotContainAnyElementsOf(predicted.get("bridge-ondal"));
        assertThat(predicted.get("strike-velomar")).doesNotContainAnyElementsOf(predicted.get("strike-harlund"));
    }

    /** Forty-eight events of nine kinds, those of a kind told in the same words but for names, numbers and places. */
    @Test
    void eventsToldInTheSameWordsArePartedWhenTheyAreLookedAt() throws IOException, URISyntaxException {
        List<Row> alike = read("/story/alike.jsonl");
        var stream = new StoryStream(ClustererParts.rules(config));
        ClusterEval.analyze(alike, analysis).forEach(stream::take);
        stream.end();
        ClusterScores scores = ClusterScores.of(
                alike.stream().map(Row::story).toList(),
                alike.stream().map(row -> stream.storyOf(row.article().id())).toList());
        assertThat(scores.bcubed().p()).isGreaterThanOrEqualTo(0.99);
        assertThat(scores.bcubed().r()).isGreaterThanOrEqualTo(0.95);
    }

    private static ClusterScores score(List<Row> stream) {
        return ClusterScores.of(stream.stream().map(Row::story).toList(), predict(stream));
    }

    private static List<String> predict(List<Row> stream) {
        var assigner = new StoryAssigner(ClustererParts.rules(config));
        List<Document> documents = analysis.analyze(stream.stream()
                .map(row -> new AnalysisThreads.Task(row.article(), Optional.empty()))
                .toList());
        return documents.stream()
                .map(document -> assigner.assign(document).membership().storyId())
                .toList();
    }
}
