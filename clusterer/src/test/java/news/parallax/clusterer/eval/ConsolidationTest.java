package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.eval.LabelledArticles.Row;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.Placement;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.story.StoryChange;
import news.parallax.clusterer.story.StoryChange.Merged;
import news.parallax.clusterer.story.StoryChange.Moved;
import news.parallax.clusterer.story.StoryChange.Split;
import news.parallax.clusterer.text.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of stories that are wrong: the shipped model and defaults on the corpus of {@link StoryAssignerQualityTest}. */
class ConsolidationTest {

    private static ClustererConfig config;
    private static List<Row> rows;
    private static List<Document> documents;

    private StoryAssigner assigner;

    @BeforeAll
    static void readCorpus() throws IOException, URISyntaxException {
        config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ClustererConfig.class)
                .build()
                .getConfigMapping(ClustererConfig.class);
        rows = LabelledArticles.read(Path.of(ConsolidationTest.class
                        .getResource("/story/quality.jsonl")
                        .toURI()))
                .rows();
        try (AnalysisThreads analysis = ClustererParts.analysisThreads(config, ClustererParts.embedder(config))) {
            documents = analysis.analyze(rows.stream()
                    .map(row -> new AnalysisThreads.Task(row.article(), Optional.empty()))
                    .toList());
        }
    }

    @BeforeEach
    void emptyWindow() {
        assigner = new StoryAssigner(ClustererParts.rules(config));
    }

    @Test
    void rightStoriesStayAsTheyAre() {
        place(Row::story);
        assertThat(assigner.consolidate()).isEmpty();
    }

    @Test
    void articlesThatWereAllTakenForOneStoryAreParted() {
        place(_ -> "one");
        consolidate();
        assertThat(score().bcubed().f1()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void articlesThatWereAllTakenForLoneOnesAreJoined() {
        place(row -> row.article().id());
        List<StoryChange> changes = consolidate();
        assertThat(changes).hasOnlyElementsOfType(Merged.class);
        assertThat(score().bcubed().f1()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aPartThatWasFoundApartJoinsTheLargerOne() {
        List<Row> bridge = rowsOf("bridge-tarvos");
        place(row -> row.equals(bridge.getFirst()) ? "bridge again" : row.story());
        assertThat(consolidate()).singleElement().isInstanceOfSatisfying(Merged.class, merged -> {
            assertThat(merged.storyId()).isEqualTo(id("bridge-tarvos"));
            assertThat(merged.fromStoryId()).isEqualTo(id("bridge again"));
            assertThat(merged.reason())
                    .matches("mean probability of one event (0\\.[5-9]\\d|1\\.00) with the articles joined");
        });
    }

    @Test
    void theSmallerPartOfAMixedStoryTakesANewId() {
        place(row -> row.story().equals("bridge-ondal") ? "bridge-tarvos" : row.story());
        assertThat(consolidate()).singleElement().isInstanceOfSatisfying(Split.class, split -> {
            assertThat(split.fromStoryId()).isEqualTo(id("bridge-tarvos"));
            assertThat(split.storyId()).matches("[0-9a-f]{20}").isNotEqualTo(id("bridge-tarvos"));
            assertThat(split.articleIds())
                    .hasSize(Math.min(
                            rowsOf("bridge-ondal").size(),
                            rowsOf("bridge-tarvos").size()));
        });
        assertThat(score().bcubed().f1()).isEqualTo(1);
    }

    @Test
    void anArticleInTheWrongStoryGoesToItsOwn() {
        Row stray = rowsOf("bridge-ondal").getFirst();
        place(row -> row.equals(stray) ? "bridge-tarvos" : row.story());
        assertThat(consolidate()).singleElement().isInstanceOfSatisfying(Moved.class, moved -> {
            assertThat(moved.storyId()).isEqualTo(id("bridge-ondal"));
            assertThat(moved.fromStoryId()).isEqualTo(id("bridge-tarvos"));
            assertThat(moved.articleIds()).containsExactly(stray.article().id());
        });
    }

    @Test
    void aSmallNeighborhoodHoldsWhatIsNearest() {
        assigner = new StoryAssigner(withNeighborhoodOf(8));
        place(row -> row.article().id());
        consolidate();
        assertThat(score().bcubed().f1()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aStoryThatIsTooLargeToLookAtIsLeftAsItIs() {
        assigner = new StoryAssigner(withNeighborhoodOf(8));
        place(_ -> "one");
        assertThat(assigner.consolidate()).isEmpty();
    }

    private static AssignmentRules withNeighborhoodOf(int articles) {
        AssignmentRules rules = ClustererParts.rules(config);
        return new AssignmentRules(
                rules.threshold(),
                rules.windowArticles(),
                rules.reach(),
                rules.comparedMembers(),
                rules.consolidationArticles(),
                rules.neighborSimilarity(),
                articles,
                rules.loyalty());
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyMessIsPutInOrderAndThenLeftAlone(long seed) {
        var random = new Random(seed);
        List<String> labels = rows.stream().map(Row::story).distinct().toList();
        place(row -> random.nextInt(3) > 0 ? row.story() : labels.get(random.nextInt(labels.size())));
        consolidate();
        assertThat(score().bcubed().f1()).isGreaterThanOrEqualTo(0.95);
        rows.forEach(row -> assigner.touch(row.article().id()));
        assertThat(assigner.consolidate()).isEmpty();
    }

    @Test
    void whatAnEditorPutTogetherStaysTogether() {
        place(row -> row.story().equals("bridge-ondal") ? "bridge-tarvos" : row.story());
        rows.stream().filter(row -> storyOf(row).equals(id("bridge-tarvos"))).forEach(this::pin);

        assertThat(consolidate()).isEmpty();
    }

    @Test
    void whatAnEditorPartedStaysApartThoughItIsOneEvent() {
        List<Row> bridge = rowsOf("bridge-tarvos");
        place(row -> row.equals(bridge.getFirst()) ? "bridge again" : row.story());
        pin(bridge.getFirst());
        bridge.stream().skip(1).forEach(row -> bar(row, "bridge again"));

        assertThat(consolidate()).isEmpty();
    }

    @Test
    void whoIsNotBarredFromAPartStillGoesToIt() {
        List<Row> bridge = rowsOf("bridge-tarvos");
        place(row -> row.equals(bridge.getFirst()) ? "bridge again" : row.story());
        pin(bridge.getFirst());
        bar(bridge.getLast(), "bridge again");

        assertThat(consolidate()).isNotEmpty();

        assertThat(storyOf(bridge.getFirst())).isEqualTo(id("bridge again"));
        assertThat(storyOf(bridge.getLast())).isNotEqualTo(id("bridge again"));
        assertThat(bridge.subList(1, bridge.size() - 1))
                .extracting(this::storyOf)
                .containsAnyOf(id("bridge again"), storyOf(bridge.getLast()))
                .doesNotContain(id("bridge-ondal"));
    }

    @Test
    void theIdStaysWithWhatAnEditorPutThereHoweverLargeTheRest() {
        Row stray = rowsOf("bridge-ondal").getFirst();
        List<Row> bridge = rowsOf("bridge-tarvos");
        place(row -> row.equals(stray) ? "bridge-tarvos" : row.story());
        pin(stray);

        assertThat(consolidate()).isNotEmpty();

        assertThat(storyOf(stray)).isEqualTo(id("bridge-tarvos"));
        assertThat(storyOf(bridge.getFirst())).isNotEqualTo(id("bridge-tarvos"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inAnyMessWhatEditorsDecidedHolds(long seed) {
        var random = new Random(seed);
        List<String> labels = rows.stream().map(Row::story).distinct().toList();
        place(_ -> labels.get(random.nextInt(labels.size())));
        Map<Row, String> pinned = new HashMap<>();
        Map<Row, String> barred = new HashMap<>();
        for (Row row : rows) {
            int lot = random.nextInt(6);
            String label = labels.get(random.nextInt(labels.size()));
            if (lot == 0) {
                pin(row);
                pinned.put(row, storyOf(row));
            } else if (lot == 1 && !storyOf(row).equals(id(label))) {
                bar(row, label);
                barred.put(row, id(label));
            }
        }

        consolidate();

        pinned.forEach((row, storyId) -> assertThat(storyOf(row)).isEqualTo(storyId));
        barred.forEach((row, storyId) -> assertThat(storyOf(row).equals(storyId) && pinned.containsValue(storyId))
                .isFalse());
    }

    private void pin(Row row) {
        assigner.learn(new Placement(row.article().id(), storyOf(row), true, Set.of()));
    }

    private void bar(Row row, String story) {
        assigner.learn(new Placement(row.article().id(), storyOf(row), false, Set.of(id(story))));
    }

    private void place(Function<Row, String> story) {
        for (int i = 0; i < rows.size(); i++) {
            String storyId = id(story.apply(rows.get(i)));
            assigner.restore(documents.get(i), new Membership(storyId, Optional.empty()));
            assigner.touch(rows.get(i).article().id());
        }
    }

    private List<StoryChange> consolidate() {
        List<StoryChange> changes = assigner.consolidate();
        changes.forEach(assigner::apply);
        return changes;
    }

    private static List<Row> rowsOf(String story) {
        return rows.stream().filter(row -> row.story().equals(story)).toList();
    }

    private static String id(String name) {
        return "%08x".formatted(name.hashCode()) + "0".repeat(12);
    }

    private ClusterScores score() {
        return ClusterScores.of(
                rows.stream().map(Row::story).toList(),
                rows.stream().map(this::storyOf).toList());
    }

    private String storyOf(Row row) {
        return assigner.storyIdOf(row.article().id()).orElseThrow();
    }
}
