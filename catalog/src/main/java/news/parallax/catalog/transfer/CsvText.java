package news.parallax.catalog.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes tables as RFC 4180 describes them. */
final class CsvText {
    private CsvText() {}

    static String of(List<String> columns, Stream<List<String>> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (List<String> row : rows.toList()) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder throws none
        }
        return text.toString();
    }

    /** Joins lists of a cell. */
    static String list(List<String> parts) {
        return String.join(";", parts);
    }

    /** Writes a number without a fraction that says nothing. */
    static String number(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : number.toString();
    }
}
