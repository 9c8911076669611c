package news.parallax.clusterer.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiFunction;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.story.AssignmentRules;

/**
 * What every suite does: scores files with the parts and the settings of the service, without its network. Prints one JSON
 * object a file on standard output, everything else on standard error.
 */
final class EvalFiles {

    private EvalFiles() {}

    /** Scores one file. */
    interface Suite {

        /** Returns the scores as one line of JSON. */
        String score(Path file) throws IOException;
    }

    /** Scores files, then ends the process: with 1 if a file could not be read, with 2 if none is named. */
    static void scoreAndExit(String[] files, BiFunction<AnalysisThreads, AssignmentRules, Suite> suites) {
        if (files.length == 0) {
            System.err.println("name a FILE or more   (JSONL, plain or .gz)");
            System.exit(2);
        }
        ClustererConfig config = ClustererParts.config();
        boolean allRead = true;
        try (AnalysisThreads analysis = ClustererParts.analysisThreads(config, ClustererParts.embedder(config))) {
            Suite suite = suites.apply(analysis, ClustererParts.rules(config));
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            for (String file : files) {
                allRead &= score(suite, Path.of(file), out);
            }
        }
        System.exit(allRead ? 0 : 1);
    }

    private static boolean score(Suite suite, Path file, PrintStream out) {
        try {
            out.println(suite.score(file));
            return true;
        } catch (IOException e) {
            System.err.printf("%s cannot be read: %s%n", file, e);
            return false;
        }
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
