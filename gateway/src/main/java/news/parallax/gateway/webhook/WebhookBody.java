package news.parallax.gateway.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A webhook to make, as a program sends it.
 *
 * @param url where messages go
 * @param name what the reader calls it
 * @param filter what it is told; everything if absent
 */
record WebhookBody(
        @Nullable String url,
        @Nullable String name,
        @Nullable WebhookFilterView filter) {
    WebhookFilterView wanted() {
        return filter == null ? WebhookFilterView.EVERYTHING : filter;
    }
}
