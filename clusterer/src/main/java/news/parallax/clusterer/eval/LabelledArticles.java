package news.parallax.clusterer.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;

/**
 * A labelled file: one JSON object a line, plain or gzipped, in the order of a live stream.
 *
 * @param rows by date, rows without date after them, ties by a hash of the id
 * @param badRows lines that are no article: no JSON, no id, no story, neither title nor text, or a date that is none
 */
record LabelledArticles(List<Row> rows, int badRows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One row.
     *
     * @param story the label
     * @param article what the clusterer reads
     */
    record Row(String story, ArticleText article) {}

    private record DatedRow(Optional<Instant> date, Row row) {}

    /** Reads a file. Rows without date get the time of the last one with a date: they come after it. */
    static LabelledArticles read(Path file) throws IOException {
        List<DatedRow> dated = new ArrayList<>();
        int badRows = 0;
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    Optional<DatedRow> row = parse(line);
                    row.ifPresent(dated::add);
                    badRows += row.isPresent() ? 0 : 1;
                }
            }
        }
        dated.sort(Comparator.<DatedRow, Instant>comparing(row -> row.date().orElse(Instant.MAX))
                .thenComparing(row -> ContentHash.of(row.row().article().id())));
        Instant last = dated.stream()
                .flatMap(row -> row.date().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new LabelledArticles(
                dated.stream()
                        .map(row -> new Row(
                                row.row().story(),
                                row.row().article().at(row.date().orElse(last))))
                        .toList(),
                badRows);
    }

    /** Opens a file of lines, plain or gzipped. */
    static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static Optional<DatedRow> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            String id = text(json, "id");
            String story = text(json, "story");
            String title = text(json, "title");
            String text = text(json, "text");
            if (id.isEmpty() || story.isEmpty() || title.isBlank() && text.isBlank()) {
                return Optional.empty();
            }
            String language = text(json, "lang").split("-", 2)[0].toLowerCase(Locale.ROOT);
            var article = new ArticleText(
                    id,
                    title,
                    text(json, "lead"),
                    text,
                    language,
                    Instant.EPOCH,
                    text.isBlank() ? "" : ContentHash.of(text),
                    false,
                    "",
                    "");
            return Optional.of(new DatedRow(date(text(json, "date")), new Row(story, article)));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).isTextual() || json.path(field).isNumber()
                ? json.path(field).asText()
                : "";
    }

    /** Dates come with offset, without (then UTC), or as days. */
    private static Optional<Instant> date(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() <= 10) {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
        return Optional.of(
                parsed instanceof OffsetDateTime time
                        ? time.toInstant()
                        : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
    }
}
