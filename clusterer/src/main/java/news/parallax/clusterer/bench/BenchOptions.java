package news.parallax.clusterer.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param texts tab-separated texts, plain or gzipped, with a header
 * @param window articles in the window, 4,000 to 2,000,000; no more than there are texts
 */
record BenchOptions(Path texts, int window) {

    private static final String USAGE = "use: ClustererBench [FILE] [--window N]";
    private static final int WINDOW_LEAST = 4_000;
    private static final int WINDOW_MOST = 2_000_000;

    /** Returns the options; IllegalArgumentException says what is wrong and how it is right. */
    static BenchOptions parse(List<String> arguments) {
        Path texts = Path.of("../shared/data/scale/short_texts_200k.tsv.gz");
        int window = 200_000;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--window") && i + 1 < arguments.size()) {
                window = window(arguments.get(++i));
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException("no option " + argument + "; " + USAGE);
            } else {
                texts = Path.of(argument);
            }
        }
        return new BenchOptions(texts, window);
    }

    private static int window(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= WINDOW_LEAST && number <= WINDOW_MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // not a number: refused below like one out of bounds
        }
        throw new IllegalArgumentException(
                "--window is a whole number from " + WINDOW_LEAST + " to " + WINDOW_MOST + ", not " + value);
    }
}
