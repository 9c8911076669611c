package news.parallax.clusterer.eval;

import java.util.Arrays;
import java.util.List;
import news.parallax.clusterer.story.Feature;
import news.parallax.clusterer.story.SameStoryModel;

/**
 * Fits a model to pairs: logistic regression by Newton's method (Hastie, Tibshirani and Friedman 2009, §4.4.1) with a
 * little ridge. Each file weighs alike, and in it both answers.
 */
final class LogisticFit {

    private static final int STEPS = 25;
    private static final double RIDGE = 1e-4;

    private final int size = Feature.values().length;
    private final double[] weights = new double[size];
    private final double[] gradient = new double[size];
    private final double[][] curvature = new double[size][size];

    private LogisticFit() {}

    static SameStoryModel fit(List<TuningPairs> files) {
        var fit = new LogisticFit();
        for (int step = 0; step < STEPS; step++) {
            fit.improve(files);
        }
        return SameStoryModel.of(fit.weights);
    }

    private void improve(List<TuningPairs> files) {
        for (int i = 0; i < size; i++) {
            Arrays.fill(curvature[i], 0);
            curvature[i][i] = RIDGE;
            gradient[i] = -RIDGE * weights[i];
        }
        SameStoryModel model = SameStoryModel.of(weights);
        for (TuningPairs file : files) {
            long same = file.same().stream().filter(s -> s).count();
            for (int i = 0; i < file.evidence().size(); i++) {
                boolean isSame = file.same().get(i);
                long ofKind = Math.max(1, isSame ? same : file.same().size() - same);
                add(
                        SameStoryModel.features(file.evidence().get(i)),
                        (isSame ? 1 : 0) - model.probability(file.evidence().get(i)),
                        0.5 / ofKind / files.size());
            }
        }
        double[] step = solve(curvature, gradient);
        for (int i = 0; i < size; i++) {
            weights[i] += step[i];
        }
    }

    private void add(double[] features, double error, double share) {
        double p = Math.abs(error);
        double spread = Math.max(1e-9, p * (1 - p)) * share;
        for (int i = 0; i < size; i++) {
            gradient[i] += error * share * features[i];
            for (int j = 0; j < size; j++) {
                curvature[i][j] += spread * features[i] * features[j];
            }
        }
    }

    /** Gaussian elimination; the ridge keeps the pivots from zero. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(matrix[i], n + 1);
            rows[i][n] = right[i];
        }
        for (int pivot = 0; pivot < n; pivot++) {
            for (int i = 0; i < n; i++) {
                double factor = i == pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
                for (int j = pivot; j <= n && factor != 0; j++) {
                    rows[i][j] -= factor * rows[pivot][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = rows[i][n] / rows[i][i];
        }
        return solution;
    }
}
