package news.parallax.catalog.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Counts the rows of an import and keeps the reasons why some were not taken. One writer. */
public final class ImportTally {
    private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * A row that was not taken.
     *
     * @param row position in the request, from 0
     */
    public record Refusal(int row, CatalogException reason) {}

    /** Refuses an import that is longer than allowed. */
    public static void checkSize(String field, int rows, int limit) {
        if (rows > limit) {
            throw new Invalid(
                    "TOO_MANY_ROWS",
                    "%s has %d rows, more than %d".formatted(field, rows, limit),
                    Map.of("field", field, "rows", String.valueOf(rows), "limit", String.valueOf(limit)));
        }
    }

    /** Takes one row; what it refuses to take is noted and does not stop the others. */
    public void row(int row, Supplier<RowOutcome> take) {
        try {
            counts.merge(take.get(), 1, Integer::sum);
        } catch (CatalogException e) {
            refusals.add(new Refusal(row, e));
        }
    }

    public int count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
