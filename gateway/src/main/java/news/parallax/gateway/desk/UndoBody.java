package news.parallax.gateway.desk;

import org.jspecify.annotations.Nullable;

/**
 * Which change of the groupings to take back, as a program sends it.
 *
 * @param eventId of the change
 * @param reason why, in words
 */
record UndoBody(@Nullable String eventId, @Nullable String reason) {}
