package news.parallax.catalog.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.coverage.OwnerCategory;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.NewFlag;
import news.parallax.catalog.source.NewRating;
import news.parallax.catalog.source.NewSource;
import news.parallax.catalog.source.SourceChecks;
import news.parallax.catalog.source.SourceField;

/** Reads the tables that an export writes, too. A column that is not known refuses the table; lists are joined by ";". */
final class GenericTables {
    private GenericTables() {}

    /** Reads a table of a format that is one; rows that say nothing say why. */
    static void read(TransferFile file, ImportRows rows) {
        switch (file.format()) {
            case AXES_CSV ->
                read(
                        file,
                        rows.axes,
                        line -> SourceChecks.axis(line.cell("id"), line.cell("name"), list(line.cell("steps"))));
            case RATERS_CSV ->
                read(
                        file,
                        rows.raters,
                        line -> SourceChecks.rater(line.cell("id"), line.cell("name"), line.cell("home_url")));
            case OWNERS_CSV ->
                read(
                        file,
                        rows.owners,
                        line -> SourceChecks.owner(
                                line.cell("id"),
                                line.cell("name"),
                                category(line.cell("category")),
                                line.cell("parent_owner_id"),
                                line.cell("country")));
            case SOURCES_CSV -> read(file, rows.sources, GenericTables::source);
            case OWNERSHIP_CSV ->
                read(
                        file,
                        rows.ownership,
                        line -> SourceChecks.ownership(
                                line.cell("source_id"),
                                line.cell("owner_id"),
                                number("share_percent", line),
                                line.cell("since")));
            case SOURCE_LINKS_CSV ->
                read(
                        file,
                        rows.links,
                        line -> SourceChecks.link(line.cell("source_id"), line.cell("kind"), line.cell("url")));
            case RATINGS_CSV -> read(file, rows.ratings, line -> rating(file, line));
            case FLAGS_CSV -> read(file, rows.flags, line -> flag(file, line));
            case FEEDS_OPML, MBFC_JSONL, ALLSIDES_CSV, AD_FONTES_CSV ->
                throw new IllegalArgumentException(file.format().name());
        }
    }

    private static <T> void read(TransferFile file, List<Row<T>> rows, Function<CsvTable.Line, T> reader) {
        var table = new CsvTable(file.text(), (line, reason) -> rows.add(Row.refused(file.name(), line, reason)));
        table.read(
                columns -> check(file.format(), columns),
                line -> rows.add(new Row<>(file.name(), line.number(), () -> reader.apply(line))));
    }

    private static void check(FileFormat format, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!format.columns().contains(column) || !seen.add(column)) {
                throw column("COLUMN_UNKNOWN", "Column %s is not known, or there twice", column);
            }
        }
        for (String column : format.neededColumns()) {
            if (!seen.contains(column)) {
                throw column("COLUMN_MISSING", "Column %s is missing", column);
            }
        }
    }

    private static NewSource source(CsvTable.Line line) {
        Map<SourceField, String> stated = new EnumMap<>(SourceField.class);
        for (SourceField field : SourceField.values()) {
            String column = field.name().toLowerCase(Locale.ROOT);
            if (line.has(column)) {
                stated.put(field, line.cell(column));
            }
        }
        return SourceChecks.source(line.cell("id"), stated, list(line.cell("domains")), false);
    }

    private static NewRating rating(TransferFile file, CsvTable.Line line) {
        return SourceChecks.rating(new NewRating(
                line.cell("source_id"),
                line.cell("rater_id"),
                Optional.empty(),
                line.cell("axis"),
                line.cell("value"),
                line.cell("native_value"),
                number("confidence", line),
                Moments.read("rate_date", line.cell("rate_date")).or(file::rateTime),
                line.cell("url"),
                Moments.read("end_time", line.cell("end_time"))));
    }

    private static NewFlag flag(TransferFile file, CsvTable.Line line) {
        return SourceChecks.flag(new NewFlag(
                line.cell("source_id"),
                line.cell("rater_id"),
                line.cell("flag"),
                Moments.read("rate_date", line.cell("rate_date")).or(file::rateTime),
                line.cell("url"),
                Moments.read("end_time", line.cell("end_time"))));
    }

    private static Optional<OwnerCategory> category(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(OwnerCategory.valueOf(value));
        } catch (IllegalArgumentException e) {
            String known = Arrays.toString(OwnerCategory.values());
            throw new Invalid(
                    "OWNER_CATEGORY_INVALID",
                    "\"%s\" is none of %s".formatted(value, known),
                    Map.of("category", value, "known", known));
        }
    }

    static Optional<Double> number(String column, CsvTable.Line line) {
        String value = line.cell(column);
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(value));
        } catch (NumberFormatException e) {
            throw new Invalid(
                    "NUMBER_INVALID", "%s \"%s\" is no number".formatted(column, value), Map.of(column, value));
        }
    }

    private static List<String> list(String joined) {
        List<String> parts = new ArrayList<>();
        for (String part : joined.split(";")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Invalid column(String reason, String message, String column) {
        return new Invalid(reason, message.formatted(column), Map.of("column", column));
    }
}
