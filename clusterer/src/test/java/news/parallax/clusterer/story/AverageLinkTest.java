package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AverageLinkTest {

    @Test
    void aClusterIsJoinedByItsMeanNotByItsBest() {
        // 0 and 1 are one; 2 is near to 0 alone: (0.9 + 0.05) / 2 < 0.5
        float[][] rows = {{}, {0.95f}, {0.9f, 0.05f}};
        assertThat(groups(rows, 0.5)).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2));
        assertThat(groups(rows, 0.47)).containsExactly(Set.of(0, 1, 2));
    }

    @Test
    void nobodyIsEveryonesNeighbor() {
        assertThat(groups(new float[][] {{}}, 0.5)).containsExactly(Set.of(0));
        assertThat(groups(new float[][] {{}, {0.49f}}, 0.5)).containsExactlyInAnyOrder(Set.of(0), Set.of(1));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void chainsFindWhatJoiningTheBestTwoFinds(long seed) {
        var random = new Random(seed);
        float[][] rows = new float[2 + random.nextInt(18)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[i];
            for (int j = 0; j < i; j++) {
                rows[i][j] = random.nextFloat();
            }
        }
        assertThat(groups(rows, 0.55)).containsExactlyInAnyOrderElementsOf(joiningTheBestTwo(rows, 0.55));
    }

    private static List<Set<Integer>> groups(float[][] rows, double threshold) {
        int[] clusters = AverageLink.clusters(PairProbabilities.of(rows), threshold);
        Map<Integer, Set<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            groups.computeIfAbsent(clusters[i], _ -> new HashSet<>()).add(i);
        }
        return List.copyOf(groups.values());
    }

    /** The definition, slow. */
    private static List<Set<Integer>> joiningTheBestTwo(float[][] rows, double threshold) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            groups.add(new HashSet<>(Set.of(i)));
        }
        record Pair(Set<Integer> a, Set<Integer> b, double mean) {}
        while (true) {
            List<Pair> pairs = new ArrayList<>();
            for (Set<Integer> a : groups) {
                groups.stream().takeWhile(b -> b != a).forEach(b -> pairs.add(new Pair(a, b, mean(a, b, rows))));
            }
            var best =
                    pairs.stream().max(Comparator.comparingDouble(Pair::mean)).filter(p -> p.mean() >= threshold);
            if (best.isEmpty()) {
                return groups;
            }
            groups.removeIf(group -> group == best.get().b());
            best.get().a().addAll(best.get().b());
        }
    }

    private static double mean(Set<Integer> a, Set<Integer> b, float[][] rows) {
        return a.stream()
                .flatMapToDouble(i -> b.stream().mapToDouble(j -> rows[Math.max(i, j)][Math.min(i, j)]))
                .average()
                .orElseThrow();
    }
}
