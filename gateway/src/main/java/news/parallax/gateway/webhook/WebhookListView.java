package news.parallax.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a reader's webhooks, the oldest first.
 *
 * @param webhooks the webhooks
 * @param nextCursor where the list goes on; null at its end
 */
public record WebhookListView(
        List<WebhookView> webhooks,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
