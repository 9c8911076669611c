package news.parallax.clusterer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A file of words by language: each line a language and its words. Words are compared by their stem. */
final class WordList {

    private final Map<String, Set<String>> stemsByLanguage;

    private WordList(Map<String, Set<String>> stemsByLanguage) {
        this.stemsByLanguage = stemsByLanguage;
    }

    /** Reads a file beside this class. */
    static WordList read(String file) {
        try (InputStream bytes = WordList.class.getResourceAsStream(file);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
            return new WordList(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(words -> words[0], WordList::stems)));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken: " + file, e);
        }
    }

    /** Whether a word is in the list of its language; no word is, if the language is not known or has no list. */
    boolean contains(String word, String language) {
        return stemsByLanguage.getOrDefault(language, Set.of()).contains(Stem.of(word));
    }

    private static Set<String> stems(String[] languageAndWords) {
        return Arrays.stream(languageAndWords).skip(1).map(Stem::of).collect(Collectors.toUnmodifiableSet());
    }
}
