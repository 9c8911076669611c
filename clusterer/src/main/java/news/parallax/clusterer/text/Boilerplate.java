package news.parallax.clusterer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What pages write around a report.
 *
 * @param phrases in lower case
 */
record Boilerplate(List<String> phrases) {

    /** Reads a file beside this class. */
    static Boilerplate read(String file) {
        try (InputStream bytes = Boilerplate.class.getResourceAsStream(file);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
            return new Boilerplate(
                    lines.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken: " + file, e);
        }
    }

    boolean isIn(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(lower::contains);
    }
}
