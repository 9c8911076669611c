package news.parallax.gateway.desk;

import org.jspecify.annotations.Nullable;

/**
 * A table to import, as a program sends it.
 *
 * @param format how it is written: sources-csv, owners-csv, ownership-csv, source-links-csv, raters-csv, ratings-csv, flags-csv,
 *     axes-csv, feeds-opml, mbfc-jsonl, allsides-csv or ad-fontes-csv
 * @param rows the table, as its file has it
 * @param dryRun whether it is only tried
 */
record ImportBody(
        @Nullable String format,
        @Nullable String rows,
        @Nullable Boolean dryRun) {}
