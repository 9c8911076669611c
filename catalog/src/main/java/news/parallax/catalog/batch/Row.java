package news.parallax.catalog.batch;

import java.util.function.Supplier;
import news.parallax.catalog.error.CatalogException;

/**
 * A row to import.
 *
 * @param file name of the file it is from; empty for a row of a request
 * @param number line in the file, from 1; position in the request, from 0
 * @param content gives what the row says, or throws the reason why it says nothing
 */
public record Row<T>(String file, int number, Supplier<T> content) {
    /** Returns a row of a file that says nothing, and why. */
    public static <T> Row<T> refused(String file, int line, CatalogException reason) {
        return new Row<>(file, line, () -> {
            throw reason;
        });
    }
}
