package news.parallax.catalog.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.source.NewFlag;
import news.parallax.catalog.source.NewRating;
import news.parallax.catalog.source.SourceChecks;
import news.parallax.catalog.source.SourceDomain;
import news.parallax.catalog.source.Withdrawal;

/**
 * Reads JSON lines that word ratings as Media Bias/Fact Check does: an object with domain and mbfc (bias, reporting,
 * credibility, questionable, url, as_of), and of the part of the site that is rated, if it is not all, mbfc_path. A line
 * says all that the rater holds of the source: what it said before and does not say now ends. Categories that replace a
 * leaning (satire, conspiracy-pseudoscience …) and reasons for doubt are flags. The rest of a line is for
 * {@link DirectoryLine}; earlier ratings of the same rater that others collected (baly_*) are not read.
 */
final class MbfcLines {
    private static final String RATER = "mbfc";
    private static final String CREDIBILITY = "CREDIBILITY";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TransferFile file;
    private final ImportRows rows;

    private MbfcLines(TransferFile file, ImportRows rows) {
        this.file = file;
        this.rows = rows;
    }

    static void read(TransferFile file, ImportRows rows) {
        new MbfcLines(file, rows).read();
    }

    private void read() {
        rows.raters.add(new Row<>(
                file.name(),
                1,
                () -> SourceChecks.rater(RATER, "Media Bias/Fact Check", "https://mediabiasfactcheck.com/")));
        rows.axes.add(new Row<>(
                file.name(), 1, () -> SourceChecks.axis(CREDIBILITY, "Credibility", List.of("LOW", "MEDIUM", "HIGH"))));
        List<String> lines = file.text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                read(lines.get(line), line + 1);
            }
        }
    }

    /** A line that names no source is one refusal, not one for each of its parts. */
    private void read(String written, int line) {
        try {
            JsonNode object = parse(written);
            String domain = SourceDomain.of(object.path("domain").asText()).key();
            new DirectoryLine(file.name(), line, object, domain).read(rows);
            if (object.path("mbfc").isObject()) {
                readRatings(object, ratedPart(object, domain, line), line);
            }
        } catch (CatalogException e) {
            rows.sources.add(Row.refused(file.name(), line, e));
        }
    }

    /** Returns the id of what is rated; a part of a site is a source of its own. */
    private String ratedPart(JsonNode object, String domain, int line) {
        String path = object.path("mbfc_path").asText("");
        if (path.isEmpty()) {
            return domain;
        }
        String part = SourceDomain.of(path).key();
        rows.sources.add(new Row<>(file.name(), line, () -> SourceChecks.source(part, Map.of(), List.of(), true)));
        return part;
    }

    private void readRatings(JsonNode object, String source, int line) {
        JsonNode mbfc = object.path("mbfc");
        String url = mbfc.path("url").asText("").strip();
        Optional<Instant> time = Moments.read("as_of", mbfc.path("as_of").asText(""))
                .map(moment -> moment.truncatedTo(ChronoUnit.DAYS)) // it says when the page was read
                .or(file::rateTime);
        Map<String, String> words = words(mbfc);
        Set<String> flags = flags(mbfc);
        words.forEach((axis, word) -> rows.ratings.add(
                new Row<>(file.name(), line, () -> SourceChecks.rating(rating(source, axis, word, time, url)))));
        flags.forEach(flag -> rows.flags.add(new Row<>(
                file.name(),
                line,
                () -> SourceChecks.flag(new NewFlag(source, RATER, flag, time, url, Optional.empty())))));
        time.ifPresent(moment -> rows.withdrawals.add(
                new Row<>(file.name(), line, () -> new Withdrawal(source, RATER, words.keySet(), flags, moment))));
        if (!url.isEmpty()) {
            rows.links.add(new Row<>(file.name(), line, () -> SourceChecks.link(source, RATER, url)));
        }
    }

    /** Returns what is said on each axis on which something is said. */
    private static Map<String, String> words(JsonNode mbfc) {
        Map<String, String> words = new TreeMap<>();
        String bias = mbfc.path("bias").asText("");
        if (MbfcWords.BIAS.containsKey(bias)) {
            words.put(RatingAxisEntity.BIAS, bias);
        }
        put(words, RatingAxisEntity.FACTUALITY, mbfc.path("reporting"));
        put(words, CREDIBILITY, mbfc.path("credibility"));
        return words;
    }

    private static void put(Map<String, String> words, String axis, JsonNode value) {
        String word = value.asText("");
        if (!word.isEmpty() && !value.isNull() && !word.equals("n/a")) {
            words.put(axis, word);
        }
    }

    private static Set<String> flags(JsonNode mbfc) {
        Set<String> flags = new TreeSet<>();
        String category = mbfc.path("bias").asText("");
        if (!category.isEmpty() && !mbfc.path("bias").isNull() && !MbfcWords.BIAS.containsKey(category)) {
            flags.add(category);
        }
        mbfc.path("questionable").forEach(reason -> flags.add(reason.asText()));
        return flags;
    }

    private static NewRating rating(String source, String axis, String word, Optional<Instant> time, String url) {
        Map<String, String> steps = switch (axis) {
            case RatingAxisEntity.BIAS -> MbfcWords.BIAS;
            case RatingAxisEntity.FACTUALITY -> MbfcWords.FACTUALITY;
            default -> MbfcWords.CREDIBILITY;
        };
        String step = steps.get(word);
        if (step == null) {
            throw new Invalid(
                    "RATING_WORD_UNKNOWN",
                    "\"%s\" is no word of the rater for %s".formatted(word, axis),
                    Map.of("word", word, "axis", axis));
        }
        return new NewRating(
                source, RATER, Optional.empty(), axis, step, word, Optional.empty(), time, url, Optional.empty());
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object.isObject()) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new Invalid("JSON_INVALID", "The line is no JSON: " + e.getOriginalMessage(), Map.of());
        }
        throw new Invalid("JSON_INVALID", "The line is no JSON object", Map.of());
    }
}
