package news.parallax.clusterer.digest.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of words beside this class: each line a name and its words. */
final class WordFile {

    private WordFile() {}

    /** Returns the words of each line by its name, in order. */
    static Map<String, List<String>> read(String file) {
        try (InputStream bytes = WordFile.class.getResourceAsStream(file);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
            Map<String, List<String>> words = new LinkedHashMap<>();
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(line -> words.put(line.getFirst(), line.subList(1, line.size())));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken: " + file, e);
        }
    }
}
