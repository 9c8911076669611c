package news.parallax.catalog.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.source.NewRating;
import news.parallax.catalog.source.SourceChecks;

/**
 * Reads tables of scores as Ad Fontes Media gives them: bias from −42 to 42, reliability from 0 to 64. Several rows of one
 * outlet are scores of its articles, and their mean is the outlet's. Bias is cut where its chart has its seven columns, at
 * 6, 18 and 30; reliability where its levels are, of which the five lowest become two. An outlet is found as
 * {@link OutletNames} says; columns that are not named here are not read.
 */
final class AdFontesTable {
    private static final String RATER = "ad-fontes";
    private static final String HOST = "adfontesmedia.com";
    private static final List<String> NAME = List.of("news_source", "source", "moniker_name", "name", "outlet");
    private static final List<String> DOMAIN = List.of("domain", "website", "homepage");
    private static final List<String> URL = List.of("url", "link");
    private static final List<String> BIAS = List.of("bias", "bias_score", "mean_bias");
    private static final List<String> RELIABILITY =
            List.of("reliability", "quality", "reliability_score", "mean_reliability");
    private static final List<String> DATE = List.of("date", "rate_date");
    private static final double BIAS_MAX = 42;
    private static final double RELIABILITY_MAX = 64;

    private final TransferFile file;
    private final OutletNames outlets;
    private final ImportRows rows;

    private AdFontesTable(TransferFile file, OutletNames outlets, ImportRows rows) {
        this.file = file;
        this.outlets = outlets;
        this.rows = rows;
    }

    static void read(TransferFile file, OutletNames outlets, ImportRows rows) {
        new AdFontesTable(file, outlets, rows).read();
    }

    /** An axis of the rater: the names of its column, where it ends, and what a score is on our scale. */
    private record Scale(String axis, List<String> column, double least, double most, DoubleFunction<String> step) {}

    private static final List<Scale> SCALES = List.of(
            new Scale(RatingAxisEntity.BIAS, BIAS, -BIAS_MAX, BIAS_MAX, AdFontesTable::biasStep),
            new Scale(RatingAxisEntity.FACTUALITY, RELIABILITY, 0, RELIABILITY_MAX, AdFontesTable::reliabilityStep));

    private void read() {
        rows.raters.add(new Row<>(
                file.name(), 1, () -> SourceChecks.rater(RATER, "Ad Fontes Media", "https://adfontesmedia.com/")));
        Map<String, List<CsvTable.Line>> byOutlet = new LinkedHashMap<>();
        var table =
                new CsvTable(file.text(), (line, reason) -> rows.ratings.add(Row.refused(file.name(), line, reason)));
        table.read(
                columns ->
                        ForeignColumns.require(columns, Map.of("name", NAME, "bias", BIAS, "reliability", RELIABILITY)),
                line -> group(line, byOutlet));
        byOutlet.values()
                .forEach(lines -> SCALES.forEach(scale -> rows.ratings.add(
                        new Row<>(file.name(), lines.getFirst().number(), () -> rating(lines, scale)))));
    }

    private void group(CsvTable.Line line, Map<String, List<CsvTable.Line>> byOutlet) {
        try {
            SCALES.forEach(scale -> score(line, scale));
        } catch (Invalid e) {
            rows.ratings.add(Row.refused(file.name(), line.number(), e));
            return;
        }
        String outlet = line.first(DOMAIN).isEmpty() ? line.first(NAME) : line.first(DOMAIN);
        byOutlet.computeIfAbsent(outlet, _ -> new ArrayList<>()).add(line);
    }

    private NewRating rating(List<CsvTable.Line> lines, Scale scale) {
        double score =
                lines.stream().mapToDouble(line -> score(line, scale)).average().orElseThrow();
        CsvTable.Line first = lines.getFirst();
        var outlet = new OutletNames.Outlet(first.first(NAME), first.first(DOMAIN), first.first(URL));
        return SourceChecks.rating(new NewRating(
                outlets.sourceId(outlet, HOST),
                RATER,
                Optional.empty(),
                scale.axis(),
                scale.step().apply(score),
                String.format(Locale.ROOT, "%.2f", score),
                Optional.empty(),
                Moments.read("date", first.first(DATE)).or(file::rateTime),
                lines.size() == 1 ? first.first(URL) : "",
                Optional.empty()));
    }

    private static double score(CsvTable.Line line, Scale scale) {
        String written = line.first(scale.column());
        try {
            double score = Double.parseDouble(written);
            if (score >= scale.least() && score <= scale.most()) {
                return score;
            }
        } catch (NumberFormatException e) {
            throw invalid(written, scale);
        }
        throw invalid(written, scale);
    }

    private static Invalid invalid(String written, Scale scale) {
        String range = "%.0f to %.0f".formatted(scale.least(), scale.most());
        return new Invalid(
                "SCORE_INVALID",
                "\"%s\" is no score from %s".formatted(written, range),
                Map.of("score", written, "range", range));
    }

    private static String biasStep(double score) {
        double distance = Math.abs(score);
        String side = score < 0 ? "LEFT" : "RIGHT";
        if (distance <= 6) {
            return "CENTER";
        }
        return distance <= 18 ? "LEAN_" + side : distance <= 30 ? side : "FAR_" + side;
    }

    /** 48 and more is reporting of facts, 40 analysis besides; 24 opinion or mixed; 16 selective; less misleads or invents. */
    private static String reliabilityStep(double score) {
        if (score >= 40) {
            return score >= 48 ? "VERY_HIGH" : "HIGH";
        }
        return score >= 24 ? "MIXED" : score >= 16 ? "LOW" : "VERY_LOW";
    }
}
