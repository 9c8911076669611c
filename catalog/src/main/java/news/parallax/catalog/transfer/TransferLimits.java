package news.parallax.catalog.transfer;

import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * How much one import may bring.
 *
 * @param bytesMax of all its files
 */
record TransferLimits(long bytesMax, int filesMax) {
    void check(int files, long bytes) {
        check("files", files, filesMax);
        check("bytes", bytes, bytesMax);
    }

    private static void check(String what, long count, long limit) {
        if (count > limit) {
            throw new Invalid(
                    "IMPORT_TOO_LARGE",
                    "The import has more than %d %s".formatted(limit, what),
                    Map.of(what, String.valueOf(count), "limit", String.valueOf(limit)));
        }
    }
}
