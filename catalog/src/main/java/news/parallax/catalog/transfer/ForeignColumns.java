package news.parallax.catalog.transfer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;

/** Columns of tables that others make, who call one thing by several names. */
final class ForeignColumns {
    private ForeignColumns() {}

    /** Refuses a table without any of the names of something: COLUMN_MISSING. */
    static void require(List<String> columns, Map<String, List<String>> namesOf) {
        namesOf.forEach((what, names) -> {
            if (Collections.disjoint(columns, names)) {
                String list = String.join(", ", names);
                throw new Invalid(
                        "COLUMN_MISSING",
                        "There is no column for the %s: one of %s".formatted(what, list),
                        Map.of("column", what, "names", list));
            }
        });
    }
}
