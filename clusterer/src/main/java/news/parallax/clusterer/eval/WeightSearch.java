package news.parallax.clusterer.eval;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import news.parallax.clusterer.story.Feature;
import news.parallax.clusterer.story.SameStoryModel;

/**
 * Improves a model by trying each weight a step up and down, with longer steps where they help and shorter ones where not
 * (pattern search: Hooke and Jeeves 1961): the goal, stories as people made them, has no slope to follow. Deterministic.
 */
final class WeightSearch {

    private static final int ROUNDS = 6;
    private static final double STEP_SHARE = 0.3;
    private static final double STEP_LEAST = 0.4;
    private static final double GAIN = 1e-5;

    /** What a weight costs: of two models that do alike, the plainer is taken. */
    private static final double PRICE_OF_SIZE = 2e-5;

    private final List<? extends TuningFile> files;
    private final List<ToDoubleFunction<SameStoryModel>> bars;
    private final List<Double> heights;
    private double[] weights;
    private double best;

    private WeightSearch(
            List<? extends TuningFile> files, List<ToDoubleFunction<SameStoryModel>> bars, SameStoryModel start) {
        this.files = files;
        this.bars = bars;
        this.heights = bars.stream().map(bar -> bar.applyAsDouble(start)).toList();
        this.weights = start.weights();
        this.best = goal(weights);
    }

    /** Returns what does best on the files, among models for which no bar is lower than for the start. */
    static SameStoryModel improve(
            List<? extends TuningFile> files, List<ToDoubleFunction<SameStoryModel>> bars, SameStoryModel start) {
        var search = new WeightSearch(files, bars, start);
        search.run();
        return SameStoryModel.of(search.weights);
    }

    /** Mean score over the files. */
    static double score(List<? extends TuningFile> files, SameStoryModel model) {
        return files.stream()
                .parallel()
                .mapToDouble(file -> file.score(model))
                .average()
                .orElse(0);
    }

    private void run() {
        double[] steps = new double[weights.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.max(STEP_LEAST, STEP_SHARE * Math.abs(weights[i]));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < steps.length; i++) {
                steps[i] *= isBetter(i, steps[i]) || isBetter(i, -steps[i]) ? 1.5 : 0.5;
            }
            System.err.printf(Locale.ROOT, "round %d of %d: %.4f%n", round, ROUNDS, best);
        }
    }

    /** Takes a step if it leads to a better place. */
    private boolean isBetter(int weight, double step) {
        double[] changed = weights.clone();
        changed[weight] = Math.round((changed[weight] + step) * 100) / 100.0;
        double goal = goal(changed);
        if (goal <= best + GAIN || fallsShort(SameStoryModel.of(changed))) {
            return false;
        }
        weights = changed;
        best = goal;
        System.err.printf(
                Locale.ROOT, "  %s %.2f: %.4f%n", Feature.values()[weight].weightName(), changed[weight], goal);
        return true;
    }

    private boolean fallsShort(SameStoryModel model) {
        return IntStream.range(0, bars.size()).anyMatch(i -> bars.get(i).applyAsDouble(model) < heights.get(i));
    }

    private double goal(double[] candidate) {
        double size = 0;
        for (double weight : candidate) {
            size += Math.abs(weight);
        }
        return score(files, SameStoryModel.of(candidate)) - PRICE_OF_SIZE * size;
    }
}
