package news.parallax.crawler.archive;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of an archive's rows: {@code rows = stored + refused + badRows} and {@code stored = created + repeated}.
 *
 * @param created articles that were not in the catalog before
 * @param repeated articles that were
 * @param refused articles that the clusterer did not take
 * @param badRows rows that are no article
 */
public record ReplayReport(
        String file,
        int rows,
        int stored,
        int created,
        int repeated,
        int refused,
        @JsonProperty("bad_rows") int badRows,
        double seconds,
        @JsonProperty("articles_per_second") double articlesPerSecond) {}
