package news.parallax.gateway.desk;

import org.jspecify.annotations.Nullable;

/**
 * What a reader may see from now on, as a program sends it.
 *
 * @param plan free, pro, premium or vantage
 */
record PlanBody(@Nullable String plan) {}
