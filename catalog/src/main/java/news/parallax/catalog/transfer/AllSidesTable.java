package news.parallax.catalog.transfer;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.source.NewRating;
import news.parallax.catalog.source.SourceChecks;

/**
 * Reads tables that word bias as AllSides does, on five steps; its "left" is our LEFT, and FAR_LEFT is never said. An
 * outlet is found as {@link OutletNames} says; columns that are not named here are not read.
 */
final class AllSidesTable {
    private static final String RATER = "allsides";
    private static final String HOST = "allsides.com";
    private static final List<String> NAME = List.of("news_source", "source", "name", "outlet", "publication");
    private static final List<String> RATING =
            List.of("rating", "bias", "bias_rating", "media_bias", "allsides_rating");
    private static final List<String> DOMAIN = List.of("domain", "website", "homepage");
    private static final List<String> URL = List.of("url", "allsides_url", "link");
    private static final List<String> CONFIDENCE = List.of("confidence_level", "confidence");
    private static final List<String> DATE = List.of("date", "rate_date");

    private static final Map<String, String> STEPS = Map.ofEntries(
            entry("left", "LEFT"),
            entry("lean-left", "LEAN_LEFT"),
            entry("left-center", "LEAN_LEFT"),
            entry("center", "CENTER"),
            entry("right-center", "LEAN_RIGHT"),
            entry("lean-right", "LEAN_RIGHT"),
            entry("right", "RIGHT"));

    /** The three words for how sure the rater is, evenly spread. */
    private static final Map<String, Double> SURE =
            Map.of("low-or-initial", 0.25, "low", 0.25, "initial", 0.25, "medium", 0.5, "high", 0.75);

    private AllSidesTable() {}

    static void read(TransferFile file, OutletNames outlets, ImportRows rows) {
        rows.raters.add(
                new Row<>(file.name(), 1, () -> SourceChecks.rater(RATER, "AllSides", "https://www.allsides.com/")));
        var table =
                new CsvTable(file.text(), (line, reason) -> rows.ratings.add(Row.refused(file.name(), line, reason)));
        table.read(
                columns -> ForeignColumns.require(columns, Map.of("name", NAME, "rating", RATING)),
                line -> rows.ratings.add(new Row<>(file.name(), line.number(), () -> rating(file, line, outlets))));
    }

    private static NewRating rating(TransferFile file, CsvTable.Line line, OutletNames outlets) {
        String word = line.first(RATING);
        String step = STEPS.get(normal(word));
        if (step == null) {
            throw new Invalid("RATING_WORD_UNKNOWN", "\"%s\" is no leaning".formatted(word), Map.of("word", word));
        }
        String url = line.first(URL);
        var outlet = new OutletNames.Outlet(line.first(NAME), line.first(DOMAIN), url);
        return SourceChecks.rating(new NewRating(
                outlets.sourceId(outlet, HOST),
                RATER,
                Optional.empty(),
                RatingAxisEntity.BIAS,
                step,
                word,
                Optional.ofNullable(SURE.get(normal(line.first(CONFIDENCE)))),
                Moments.read("date", line.first(DATE)).or(file::rateTime),
                url,
                Optional.empty()));
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).strip().replaceAll("[\\s_]+", "-");
    }
}
