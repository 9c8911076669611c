package news.parallax.clusterer.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;

/**
 * A file of pairs that people have scored: one JSON object a line, plain or gzipped.
 *
 * @param rows in the order of the file
 * @param badRows lines that are no pair: no JSON, a text missing, or no score from 1 to 4
 */
record LabelledPairs(List<Row> rows, int badRows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The highest mean score that still means one event. */
    private static final double SAME_STORY_SCORE = 2;

    /**
     * One pair. The texts carry neither title nor time.
     *
     * @param same whether people say that both tell one event
     */
    record Row(ArticleText first, ArticleText second, boolean same) {

        /** Whether the languages are known to differ. */
        boolean crossLingual() {
            return !first.language().isEmpty()
                    && !second.language().isEmpty()
                    && !first.language().equals(second.language());
        }
    }

    /** Reads a file. */
    static LabelledPairs read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        int badRows = 0;
        try (BufferedReader lines = LabelledArticles.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    Optional<Row> row = parse(line, rows.size());
                    row.ifPresent(rows::add);
                    badRows += row.isPresent() ? 0 : 1;
                }
            }
        }
        return new LabelledPairs(rows, badRows);
    }

    private static Optional<Row> parse(String line, int number) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode overall = json.path("overall");
            String first = json.path("text1").asText("");
            String second = json.path("text2").asText("");
            boolean scored = overall.isNumber() && overall.asDouble() >= 1 && overall.asDouble() <= 4;
            if (!scored || first.isBlank() || second.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new Row(
                    article(number + "/1", first, json.path("lang1").asText("")),
                    article(number + "/2", second, json.path("lang2").asText("")),
                    overall.asDouble() <= SAME_STORY_SCORE));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static ArticleText article(String id, String text, String language) {
        String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return new ArticleText(id, "", "", text, primary, Instant.EPOCH, ContentHash.of(text), false, "", "");
    }
}
