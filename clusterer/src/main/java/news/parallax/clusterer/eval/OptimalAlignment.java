package news.parallax.clusterer.eval;

import java.util.Arrays;

/** The one-to-one assignment of rows to columns with the largest sum (Kuhn 1955; Jonker and Volgenant 1987). */
final class OptimalAlignment {

    private OptimalAlignment() {}

    /**
     * Returns that sum. Grows one shortest augmenting path a row, with potentials: O(rows² · columns).
     *
     * @param gains not negative, rectangular
     */
    static double largestSum(double[][] gains) {
        if (gains.length == 0) {
            return 0;
        }
        return gains.length <= gains[0].length ? solve(gains) : solve(transposed(gains));
    }

    /** Needs at least as many columns as rows. Rows, columns and potentials count from 1; 0 is the free place. */
    private static double solve(double[][] gains) {
        int rows = gains.length;
        int columns = gains[0].length;
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOfColumn = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            augment(row, gains, rowPotential, columnPotential, rowOfColumn);
        }
        double sum = 0;
        for (int column = 1; column <= columns; column++) {
            sum += rowOfColumn[column] > 0 ? gains[rowOfColumn[column] - 1][column - 1] : 0;
        }
        return sum;
    }

    private static void augment(
            int row, double[][] gains, double[] rowPotential, double[] columnPotential, int[] rowOfColumn) {
        int columns = columnPotential.length - 1;
        double[] distance = new double[columns + 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] previous = new int[columns + 1];
        boolean[] done = new boolean[columns + 1];
        rowOfColumn[0] = row;
        int column = 0;
        do {
            done[column] = true;
            int from = rowOfColumn[column];
            double delta = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int j = 1; j <= columns; j++) {
                if (done[j]) {
                    continue;
                }
                double reduced = -gains[from - 1][j - 1] - rowPotential[from] - columnPotential[j];
                if (reduced < distance[j]) {
                    distance[j] = reduced;
                    previous[j] = column;
                }
                if (distance[j] < delta) {
                    delta = distance[j];
                    next = j;
                }
            }
            for (int j = 0; j <= columns; j++) {
                if (done[j]) {
                    rowPotential[rowOfColumn[j]] += delta;
                    columnPotential[j] -= delta;
                } else {
                    distance[j] -= delta;
                }
            }
            column = next;
        } while (rowOfColumn[column] != 0);
        while (column != 0) {
            rowOfColumn[column] = rowOfColumn[previous[column]];
            column = previous[column];
        }
    }

    private static double[][] transposed(double[][] gains) {
        double[][] transposed = new double[gains[0].length][gains.length];
        for (int i = 0; i < gains.length; i++) {
            for (int j = 0; j < gains[i].length; j++) {
                transposed[j][i] = gains[i][j];
            }
        }
        return transposed;
    }
}
