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

/**
 * Words that say nothing about an event, of the languages we could write down. Needed while the stream is young and its
 * counts do not tell common words from rare ones yet. Each language has its own: "war" is one in German only.
 */
final class FunctionWords {

    private static final Map<String, Set<String>> KEYS_BY_LANGUAGE = read();

    private FunctionWords() {}

    /** Whether a token is one of a language's; no word is, if the language is not known or not written down. */
    static boolean contain(Token token, String language) {
        return KEYS_BY_LANGUAGE.getOrDefault(language, Set.of()).contains(token.key());
    }

    private static Map<String, Set<String>> read() {
        try (InputStream bytes = Objects.requireNonNull(FunctionWords.class.getResourceAsStream("function-words.txt"));
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(
                            words -> words[0],
                            words -> Arrays.stream(words)
                                    .skip(1)
                                    .map(Tokenizer::stem)
                                    .collect(Collectors.toUnmodifiableSet())));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken", e);
        }
    }
}
