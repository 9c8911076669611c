package news.parallax.catalog.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogBenchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void withoutOptionsItIsAMillionArticlesInAFifthAsManyStories() {
        BenchOptions options = BenchOptions.parse(List.of());
        assertThat(options.articles()).isEqualTo(1_000_000);
        assertThat(BenchOptions.stories(options.articles())).isEqualTo(200_000);
        assertThat(BenchOptions.parse(List.of("--articles", "50000", "--requests", "200")))
                .isEqualTo(new BenchOptions(50_000, 200));
    }

    @Test
    void wrongOptionsAreRefusedWithTheRightOnes() {
        for (List<String> wrong : List.of(
                List.of("--articles"),
                List.of("--articles", "4999"),
                List.of("--requests", "x"),
                List.of("--size", "1"))) {
            assertThatThrownBy(() -> BenchOptions.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[--articles N] [--requests N]");
        }
    }

    @Test
    void onlyANewFolderIsLoaded(@TempDir Path folder) {
        var words = new ByteArrayOutputStream();
        var err = new PrintStream(words, true, StandardCharsets.UTF_8);

        assertThat(LoadCommand.run(List.of(folder.toString(), "100"), err)).isEqualTo(1);
        assertThat(LoadCommand.run(List.of(folder.resolve("new").toString(), "99"), err))
                .isEqualTo(2);
        assertThat(LoadCommand.run(List.of("100"), err)).isEqualTo(2);
        assertThat(words.toString(StandardCharsets.UTF_8)).contains("there is something at", "use: LoadCommand FOLDER");
    }

    @Test
    void theSameSeedInventsTheSameStories() {
        assertThat(new InventedPress(5, "a", NOON).story(7, 3))
                .isEqualTo(new InventedPress(5, "a", NOON).story(7, 3))
                .isNotEqualTo(new InventedPress(6, "a", NOON).story(7, 3));
    }

    @Test
    void sizesOfStoriesAddUpAndAreUnequal() {
        int[] sizes = new InventedPress(5, "a", NOON).sizes(1_000, 5_000);
        assertThat(Arrays.stream(sizes).sum()).isEqualTo(5_000);
        assertThat(Arrays.stream(sizes).min()).hasValue(1);
        assertThat(Arrays.stream(sizes).max().orElseThrow()).isGreaterThan(20);
    }

    @Test
    void percentilesAreThoseOfTheNearestRank() {
        var samples = new Samples(new long[] {3_000_000, 1_000_000, 2_000_000, 4_000_000});
        assertThat(samples.percentileMillis(50)).isEqualTo(2);
        assertThat(samples.percentileMillis(99)).isEqualTo(4);
    }

    @Test
    void onlySequentialScansOfTheTablesAskedForAreFoundInTheLogAndEachOnce(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("postgres.log");
        Files.writeString(log, plan("Seq Scan", "story"));
        var plans = new PlanLog(log);
        assertThat(plans.next(List.of("story", "article")).scanned()).containsExactly("story");
        Files.writeString(log, plan("Seq Scan", "story") + plan("Index Scan", "article") + plan("Seq Scan", "rater"));
        assertThat(plans.next(List.of("story", "article"))).isEqualTo(new PlanLog.Plans(2, Set.of()));
    }

    private static String plan(String node, String table) {
        return """
                LOG:  duration: 0.1 ms  plan:
                {
                  "Query Text": "select 1",
                  "Plan": {
                    "Node Type": "Limit",
                    "Plans": [{ "Node Type": "%s", "Parallel Aware": false, "Relation Name": "%s" }]
                  }
                }
                """.formatted(node, table);
    }
}
