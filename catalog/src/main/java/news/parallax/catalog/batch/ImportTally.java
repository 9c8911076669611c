package news.parallax.catalog.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Counts the rows of an import and keeps the reasons why some were not taken. One writer. */
public final class ImportTally {
    private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
    private final List<Taken> taken = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** A row that was taken, and what became of it. */
    public record Taken(Row<?> row, RowOutcome outcome) {}

    /** A row that was not taken. */
    public record Refusal(Row<?> row, CatalogException reason) {}

    /** A row that can be read. */
    public record ReadRow<T>(Row<T> row, T content) {}

    /** Refuses an import that is longer than allowed. */
    public static void checkSize(String field, int rows, int limit) {
        if (rows > limit) {
            throw new Invalid(
                    "TOO_MANY_ROWS",
                    "%s has %d rows, more than %d".formatted(field, rows, limit),
                    Map.of("field", field, "rows", String.valueOf(rows), "limit", String.valueOf(limit)));
        }
    }

    /** Returns the rows of a request, numbered from 0. */
    public static <M, T> List<Row<T>> rows(List<M> messages, Function<M, T> reader) {
        return rows(messages, reader, 0);
    }

    /** Returns the rows of a request, numbered from where others ended. */
    public static <M, T> List<Row<T>> rows(List<M> messages, Function<M, T> reader, int first) {
        List<Row<T>> rows = new ArrayList<>(messages.size());
        for (M message : messages) {
            rows.add(new Row<>("", first + rows.size(), () -> reader.apply(message)));
        }
        return rows;
    }

    /** Returns those that can be read; the others are refused. */
    public <T> List<ReadRow<T>> read(List<Row<T>> rows) {
        List<ReadRow<T>> read = new ArrayList<>(rows.size());
        for (Row<T> row : rows) {
            try {
                read.add(new ReadRow<>(row, row.content().get()));
            } catch (CatalogException e) {
                refuse(row, e);
            }
        }
        return read;
    }

    public void refuse(Row<?> row, CatalogException reason) {
        refusals.add(new Refusal(row, reason));
    }

    /** Takes one row; what it refuses to take is noted and does not stop the others. */
    public void take(Row<?> row, Supplier<RowOutcome> take) {
        try {
            RowOutcome outcome = take.get();
            counts.merge(outcome, 1, Integer::sum);
            taken.add(new Taken(row, outcome));
        } catch (CatalogException e) {
            refuse(row, e);
        }
    }

    public int count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Returns the rows that were taken, in the order in which they were. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Returns them by file and row. */
    public List<Refusal> refusals() {
        return refusals.stream()
                .sorted(Comparator.comparing((Refusal refusal) -> refusal.row().file())
                        .thenComparing(refusal -> refusal.row().number()))
                .toList();
    }
}
