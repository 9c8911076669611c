package news.parallax.catalog.batch;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One import while it runs, in one transaction. One writer.
 *
 * @param batchId what the ratings that it brings refer to; null for an import that is not kept as one
 * @param time when it began
 * @param changedSources filled with the sources in which something is another now that coverage counts
 */
public record ImportRun(@Nullable Long batchId, Instant time, Set<String> changedSources) {
    public ImportRun(@Nullable Long batchId, Instant time) {
        this(batchId, time, new TreeSet<>());
    }
}
