package news.parallax.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to a webhook.
 *
 * @param id the header webhook-id, each time it is sent
 * @param webhookId the webhook
 * @param eventId the change that it tells: the same for all webhooks
 * @param storyId the story, as it was called then
 * @param aspects what of it changed
 * @param state waiting, delivered or dead: no longer tried
 * @param attemptCount how often it was sent
 * @param createTime when it was made
 * @param dueTime when it is sent, or sent again; absent if it no longer waits
 * @param endTime when it was taken or given up; absent while it waits
 * @param httpStatus what the receiver last answered; absent if nothing
 * @param error what last went wrong; absent if nothing did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
        String id,
        String webhookId,
        String eventId,
        String storyId,
        List<String> aspects,
        String state,
        int attemptCount,
        Instant createTime,
        @Nullable Instant dueTime,
        @Nullable Instant endTime,
        @Nullable Integer httpStatus,
        @Nullable String error) {}
