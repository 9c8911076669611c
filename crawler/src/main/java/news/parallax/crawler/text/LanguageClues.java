package news.parallax.crawler.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Words that tell near relatives apart: Danish and both kinds of Norwegian, Malay and Indonesian, Bosnian, Croatian and Serbian. */
final class LanguageClues {

    private final Map<String, List<String>> languages = new HashMap<>();

    private LanguageClues() {}

    static LanguageClues shipped() {
        try (InputStream resource = LanguageClues.class.getResourceAsStream("clues.txt")) {
            return read(new String(
                    Objects.requireNonNull(resource, "no clues.txt").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LanguageClues read(String text) {
        LanguageClues clues = new LanguageClues();
        text.lines().filter(line -> line.contains(":")).forEach(line -> {
            String[] parts = line.split(":", 2);
            for (String word : parts[1].strip().split(" +")) {
                clues.languages.computeIfAbsent(word, key -> new ArrayList<>()).addAll(List.of(parts[0].split(" ")));
            }
        });
        return clues;
    }

    /** The languages that a word of small letters speaks for. */
    List<String> of(String word) {
        return languages.getOrDefault(word, List.of());
    }
}
