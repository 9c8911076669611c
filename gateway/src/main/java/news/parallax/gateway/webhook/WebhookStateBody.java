package news.parallax.gateway.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook is told anything, as a program sends it.
 *
 * @param state active or paused
 */
record WebhookStateBody(@Nullable String state) {}
