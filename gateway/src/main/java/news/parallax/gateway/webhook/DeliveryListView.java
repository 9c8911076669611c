package news.parallax.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages, the latest made first.
 *
 * @param deliveries the messages
 * @param nextCursor where the list goes on; null at its end
 */
public record DeliveryListView(
        List<DeliveryView> deliveries,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
