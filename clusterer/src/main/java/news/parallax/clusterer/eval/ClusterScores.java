package news.parallax.clusterer.eval;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well predicted clusters match labelled ones.
 *
 * @param gold labelled clusters
 * @param predicted predicted clusters
 * @param pair over all pairs of rows: same cluster in gold and in prediction
 * @param bcubed mean over rows (Amigó et al. 2009)
 * @param ceafe entity-based with phi4, optimal one-to-one alignment (Luo 2005)
 * @param nmi mutual information over the arithmetic mean of the entropies
 */
record ClusterScores(int gold, int predicted, Score pair, Score bcubed, Score ceafe, double nmi) {

    /**
     * Precision, recall and their harmonic mean, in [0, 1]; a score over nothing is 1.
     *
     * @param p precision
     * @param r recall
     */
    record Score(double p, double r) {

        double f1() {
            return p + r == 0 ? 0 : 2 * p * r / (p + r);
        }

        static Score of(double hits, double predicted, double gold) {
            return new Score(predicted == 0 ? 1 : hits / predicted, gold == 0 ? 1 : hits / gold);
        }
    }

    /** Scores rows by their labels, gold and predicted side by side. */
    static ClusterScores of(List<String> gold, List<String> predicted) {
        var table = Table.of(gold, predicted);
        return new ClusterScores(
                table.goldSizes.length,
                table.predictedSizes.length,
                pair(table),
                bcubed(table),
                ceafe(table),
                nmi(table));
    }

    /**
     * What tuning makes large: mean of the F1 of BCubed (0.6), which every article counts in alike, and of pairs (0.4), in
     * which large stories rule.
     */
    static double tuningScore(List<String> gold, List<String> predicted) {
        var table = Table.of(gold, predicted);
        return 0.6 * bcubed(table).f1() + 0.4 * pair(table).f1();
    }

    private static Score pair(Table table) {
        return Score.of(
                table.cells.stream().mapToDouble(cell -> pairs(cell.count())).sum(),
                Arrays.stream(table.predictedSizes)
                        .mapToDouble(ClusterScores::pairs)
                        .sum(),
                Arrays.stream(table.goldSizes).mapToDouble(ClusterScores::pairs).sum());
    }

    private static double pairs(int size) {
        return size * (size - 1.0) / 2;
    }

    private static Score bcubed(Table table) {
        return new Score(
                table.mean(cell -> (double) cell.count() / table.predictedSizes[cell.predicted()]),
                table.mean(cell -> (double) cell.count() / table.goldSizes[cell.gold()]));
    }

    private static double nmi(Table table) {
        double information = table.mean(cell -> Math.log((double) cell.count()
                * table.rows
                / ((double) table.goldSizes[cell.gold()] * table.predictedSizes[cell.predicted()])));
        double entropies = table.mean(cell -> Math.log((double) table.rows / table.goldSizes[cell.gold()]))
                + table.mean(cell -> Math.log((double) table.rows / table.predictedSizes[cell.predicted()]));
        return entropies == 0 ? 1 : 2 * information / entropies;
    }

    private static Score ceafe(Table table) {
        double similarity = table.components().stream()
                .mapToDouble(component -> OptimalAlignment.largestSum(table.phi4(component)))
                .sum();
        return Score.of(similarity, table.predictedSizes.length, table.goldSizes.length);
    }

    /** Rows that a gold and a predicted cluster share; at least one. */
    private record Cell(int gold, int predicted, int count) {}

    /** The contingency table without its zeros; clusters are numbered from 0. */
    private static final class Table {
        final int rows;
        final int[] goldSizes;
        final int[] predictedSizes;
        final List<Cell> cells;

        private Table(int[] gold, int[] predicted) {
            rows = gold.length;
            goldSizes = sizes(gold);
            predictedSizes = sizes(predicted);
            cells = IntStream.range(0, rows)
                    .mapToObj(row -> new Cell(gold[row], predicted[row], 1))
                    .collect(
                            Collectors.groupingBy(cell -> cell, LinkedHashMap::new, Collectors.summingInt(Cell::count)))
                    .entrySet()
                    .stream()
                    .map(entry -> new Cell(entry.getKey().gold(), entry.getKey().predicted(), entry.getValue()))
                    .toList();
        }

        static Table of(List<String> gold, List<String> predicted) {
            if (gold.size() != predicted.size()) {
                throw new IllegalArgumentException("each row has two labels");
            }
            return new Table(numbered(gold), numbered(predicted));
        }

        /** Mean over rows of what is said of their cell. */
        double mean(ToDoubleFunction<Cell> value) {
            return cells.stream()
                            .mapToDouble(cell -> cell.count() * value.applyAsDouble(cell))
                            .sum()
                    / Math.max(1, rows);
        }

        /** Groups the cells that share a cluster, directly or by others: each group is aligned by itself. */
        Collection<List<Cell>> components() {
            int[] parents =
                    IntStream.range(0, goldSizes.length + predictedSizes.length).toArray();
            for (Cell cell : cells) {
                parents[root(parents, cell.gold())] = root(parents, goldSizes.length + cell.predicted());
            }
            return cells.stream()
                    .collect(Collectors.groupingBy(
                            cell -> root(parents, cell.gold()), LinkedHashMap::new, Collectors.toList()))
                    .values();
        }

        /** Twice the shared rows over all rows of both, for each pair of clusters in the group (Luo 2005, phi4). */
        double[][] phi4(List<Cell> component) {
            int[] rowOf = numbered(component.stream().map(Cell::gold).toList());
            int[] columnOf = numbered(component.stream().map(Cell::predicted).toList());
            double[][] phi = new double[sizes(rowOf).length][sizes(columnOf).length];
            for (int i = 0; i < component.size(); i++) {
                Cell cell = component.get(i);
                phi[rowOf[i]][columnOf[i]] =
                        2.0 * cell.count() / (goldSizes[cell.gold()] + predictedSizes[cell.predicted()]);
            }
            return phi;
        }

        private static int root(int[] parents, int node) {
            int at = node;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }

        /** Replaces equal values by equal numbers, in order of appearance. */
        private static int[] numbered(List<?> values) {
            Map<Object, Integer> numbers = new HashMap<>();
            return values.stream()
                    .mapToInt(value -> numbers.computeIfAbsent(value, _ -> numbers.size()))
                    .toArray();
        }

        private static int[] sizes(int[] numbers) {
            int[] sizes = new int[Arrays.stream(numbers).max().orElse(-1) + 1];
            for (int number : numbers) {
                sizes[number]++;
            }
            return sizes;
        }
    }
}
