package news.parallax.catalog.transfer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import news.parallax.catalog.error.CatalogException.Invalid;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as RFC 4180 describes it, with a header. A row that cannot be read ends with its line, not with the file: a
 * forgotten quote would otherwise take all rows after it.
 */
final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    /** Lines of a row; where a quote is open for longer, it was forgotten. */
    private static final int ROW_LINES_MAX = 100;

    private final List<String> lines;
    private final BiConsumer<Integer, Invalid> refuse;

    /**
     * Reads nothing yet.
     *
     * @param refuse told of each row that cannot be read, with its line
     */
    CsvTable(String text, BiConsumer<Integer, Invalid> refuse) {
        this.lines = text.lines().toList();
        this.refuse = refuse;
    }

    /**
     * A row.
     *
     * @param number its line in the file, from 1
     * @param cells by column, without blanks around them
     */
    record Line(int number, Map<String, String> cells) {
        /** Returns what is in a column; empty if there is no such column. */
        String cell(String column) {
            return Objects.requireNonNull(cells.getOrDefault(column, ""));
        }

        boolean has(String column) {
            return cells.containsKey(column);
        }

        /** Returns what is in the first of the columns that says something; empty if none does. */
        String first(List<String> columns) {
            return columns.stream()
                    .map(this::cell)
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * Reads all rows; none if the check refuses the columns.
     *
     * @param check of the columns, lowercase with underscores for blanks
     */
    void read(Consumer<List<String>> check, Consumer<Line> take) {
        try {
            List<String> columns = cells(lines.isEmpty() ? "" : lines.getFirst()).stream()
                    .map(column -> column.toLowerCase(Locale.ROOT).replace(' ', '_'))
                    .toList();
            check.accept(columns);
            int at = 1;
            while (at < lines.size()) {
                at += lines.get(at).isBlank() ? 1 : readRow(at, columns, take);
            }
        } catch (Invalid e) {
            refuse.accept(1, e);
        }
    }

    /** Returns how many lines are done with: those of the row, or one if it is none. */
    private int readRow(int at, List<String> columns, Consumer<Line> take) {
        try {
            int length = length(at);
            List<String> cells = cells(String.join("\n", lines.subList(at, at + length)));
            take.accept(new Line(at + 1, byColumn(columns, cells)));
            return length;
        } catch (Invalid e) {
            refuse.accept(at + 1, e);
            return 1;
        }
    }

    /** Returns how many lines a row has: a line break within quotes does not end it. */
    private int length(int at) {
        long quotes = 0;
        for (int length = 1; length <= ROW_LINES_MAX && at + length <= lines.size(); length++) {
            quotes += lines.get(at + length - 1)
                    .chars()
                    .filter(letter -> letter == '"')
                    .count();
            if (quotes % 2 == 0) {
                return length;
            }
        }
        throw new Invalid("QUOTE_NOT_CLOSED", "A quote is opened and not closed", Map.of());
    }

    private static List<String> cells(String row) {
        if (row.indexOf('\0') >= 0) {
            throw new Invalid("CHARACTER_INVALID", "The row has a NUL, which no text has", Map.of());
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(row), FORMAT)) {
            Optional<CSVRecord> record = parser.stream().findFirst();
            return record.map(CSVRecord::toList).orElse(List.of()).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new Invalid("QUOTE_MISPLACED", "A quote ends within a value", Map.of());
        }
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new Invalid(
                    "ROW_LENGTH_INVALID",
                    "The row has %d values, the header %d".formatted(cells.size(), columns.size()),
                    Map.of("values", String.valueOf(cells.size()), "columns", String.valueOf(columns.size())));
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            byColumn.put(columns.get(column), cells.get(column));
        }
        return byColumn;
    }
}
