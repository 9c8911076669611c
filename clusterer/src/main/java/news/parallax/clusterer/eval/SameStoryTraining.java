package news.parallax.clusterer.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Feature;
import news.parallax.clusterer.story.SameStoryModel;

/**
 * Learns the weights of the same-story model: {@code SameStoryTraining FILE…}, files of labelled stories or of scored
 * pairs. Starts from the shipped model, or from one fitted to pairs of all files if that is better, and improves it by what
 * stories come out. Prints the resource with what each feature is worth; writes to standard error how each file does with it.
 * The same files give the same weights.
 */
public final class SameStoryTraining {

    /** Offers of the intercept with which the loss of a feature is made good as far as it can be. */
    private static final double[] SHIFTS = {-0.8, -0.4, 0, 0.4, 0.8};

    private final List<String> names = new ArrayList<>();
    private final List<TuningFile> files = new ArrayList<>();
    private final List<TuningStream> streams = new ArrayList<>();

    private SameStoryTraining() {}

    /** Exits 0 after learning, 1 if a file cannot be read, 2 if none is named. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("name a FILE or more   (labelled stories or scored pairs, JSONL, plain or .gz)");
            System.exit(2);
        }
        try {
            var training = new SameStoryTraining();
            training.read(arguments);
            training.print(training.learn(), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.err.println("cannot be read: " + e);
            System.exit(1);
        }
    }

    private void read(String[] paths) throws IOException {
        ClustererConfig config = ClustererParts.config();
        AssignmentRules rules = ClustererParts.rules(config);
        try (AnalysisThreads analysis = ClustererParts.analysisThreads(config, ClustererParts.embedder(config))) {
            for (String path : paths) {
                read(Path.of(path), analysis, rules);
                System.err.println("read " + path);
            }
        }
    }

    private void read(Path file, AnalysisThreads analysis, AssignmentRules rules) throws IOException {
        LabelledPairs pairs = LabelledPairs.read(file);
        LabelledArticles articles = LabelledArticles.read(file);
        names.add(file.getFileName().toString());
        if (!pairs.rows().isEmpty()) {
            files.add(TuningPairs.read(pairs, analysis, rules));
        } else if (articles.rows().size() > TuningStream.ARTICLES) {
            files.add(TuningStories.read(articles, analysis, rules));
        } else {
            streams.add(TuningStream.read(articles, analysis, rules));
        }
    }

    private SameStoryModel learn() {
        List<ToDoubleFunction<SameStoryModel>> bars = new ArrayList<>();
        streams.forEach(stream -> bars.add(stream::score));
        SameStoryModel model = WeightSearch.improve(files, bars, start());
        files.forEach(file -> System.err.printf(Locale.ROOT, "%.4f%n", file.score(model)));
        streams.forEach(stream -> System.err.printf(Locale.ROOT, "%.4f streamed%n", stream.score(model)));
        return model;
    }

    /** What is shipped, or what fits the pairs of all files, whichever is better. */
    private SameStoryModel start() {
        SameStoryModel shipped = SameStoryModel.shipped();
        SameStoryModel fitted =
                LogisticFit.fit(files.stream().map(TuningFile::pairs).toList());
        double shippedScore = WeightSearch.score(files, shipped);
        double fittedScore = WeightSearch.score(files, fitted);
        System.err.printf(Locale.ROOT, "shipped: %.4f, fitted to pairs: %.4f%n", shippedScore, fittedScore);
        return fittedScore > shippedScore ? fitted : shipped;
    }

    private void print(SameStoryModel model, PrintStream out) {
        double score = WeightSearch.score(files, model);
        out.println("# Logistic regression: probability that two articles tell one event. Learned by");
        out.println("# ./dev train same-story " + names.stream().collect(Collectors.joining(" ")));
        out.printf(
                Locale.ROOT, "# where the mean score is %.4f; beside each feature what is lost without it.%n", score);
        for (Feature feature : Feature.values()) {
            double loss = score - scoreWithout(feature, model);
            String worth = feature == Feature.INTERCEPT ? "" : String.format(Locale.ROOT, " (%.4f)", loss);
            out.printf("# %s%s%n", feature.meaning(), worth);
            out.printf(Locale.ROOT, "%s = %.2f%n", feature.weightName(), model.weights()[feature.ordinal()]);
        }
    }

    /** Score of the model without a feature, with the intercept that makes it least bad. */
    private double scoreWithout(Feature feature, SameStoryModel model) {
        return Arrays.stream(SHIFTS)
                .map(shift -> {
                    double[] weights = model.weights();
                    weights[feature.ordinal()] = 0;
                    weights[Feature.INTERCEPT.ordinal()] += shift;
                    return WeightSearch.score(files, SameStoryModel.of(weights));
                })
                .max()
                .orElseThrow();
    }
}
