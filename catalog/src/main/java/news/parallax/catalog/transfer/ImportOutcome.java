package news.parallax.catalog.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import news.parallax.catalog.batch.ImportTally;

/**
 * What became of an import.
 *
 * @param batchId 0 if it was only tried
 * @param kinds tally of each kind of rows that there were, in the order in which they were taken
 */
record ImportOutcome(long batchId, Map<String, ImportTally> kinds) {
    ImportOutcome {
        kinds = new LinkedHashMap<>(kinds);
    }
}
