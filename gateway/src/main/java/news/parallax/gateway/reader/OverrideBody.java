package news.parallax.gateway.reader;

import org.jspecify.annotations.Nullable;

/**
 * What a reader holds of an outlet, as a program sends it.
 *
 * @param bias a step of the bias scale as in JSON ("lean-left"), never unrated
 */
record OverrideBody(@Nullable String bias) {}
