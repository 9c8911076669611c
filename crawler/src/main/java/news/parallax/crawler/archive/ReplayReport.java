package news.parallax.crawler.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What became of an archive's rows in one run: {@code rows = stored + refused + badRows + skipped}, and what was not
 * answered if it is not complete; {@code stored = created + repeated}.
 *
 * @param created articles that were not in the catalog before
 * @param repeated articles that were
 * @param refused articles that the clusterer did not take
 * @param badRows rows that should be articles and cannot be read
 * @param skipped rows that are no articles, by kind; of web archives
 * @param resumedAfter rows that an earlier run had answered, and which this one did not read
 * @param complete whether the archive's end was reached and everything answered
 */
public record ReplayReport(
        String file,
        int rows,
        int stored,
        int created,
        int repeated,
        int refused,
        @JsonProperty("bad_rows") int badRows,
        Map<String, Integer> skipped,
        @JsonProperty("resumed_after") long resumedAfter,
        boolean complete,
        double seconds,
        @JsonProperty("articles_per_second") double articlesPerSecond) {

    public ReplayReport {
        skipped = Map.copyOf(skipped);
    }
}
