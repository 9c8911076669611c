package news.parallax.clusterer.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import news.parallax.article.v1.Article;

/** Articles of a gzipped file of one JSON object a line, with {@code id}, {@code title}, {@code text}, {@code date}. */
final class LabelledFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledFile() {}

    /** Returns its first articles, so many at most. */
    static List<Article> articles(Path file, int limit) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().limit(limit).map(LabelledFile::article).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article article(String line) {
        try {
            JsonNode row = JSON.readTree(line);
            return Articles.article(
                            row.path("id").asText(),
                            row.path("title").asText(),
                            row.path("text").asText())
                    .toBuilder()
                    .setPublishTime(Articles.time(time(row.path("date").asText())))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an offset, or in UTC. */
    private static Instant time(String text) {
        return text.matches(".*[+-]\\d\\d:\\d\\d")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
