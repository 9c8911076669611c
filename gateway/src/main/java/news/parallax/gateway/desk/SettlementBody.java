package news.parallax.gateway.desk;

import org.jspecify.annotations.Nullable;

/**
 * How a report ends, as a program sends it.
 *
 * @param accepted whether the reader was right; no if it is not said
 * @param note for the audit trail
 */
record SettlementBody(@Nullable Boolean accepted, @Nullable String note) {}
