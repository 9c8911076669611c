package news.parallax.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what changes, without what signs it.
 *
 * @param id stable
 * @param url where messages go
 * @param name what the reader calls it
 * @param filter what it is told
 * @param state active or paused; a paused one is never told what changes meanwhile
 * @param pauseReason why it is paused: reader, failing, gone (it answered 410), too-many-waiting; absent if it is not
 * @param createTime when it was made
 * @param secretTime when its secret last became another
 * @param lastDeliveryTime when a message was last taken; absent if none was
 * @param failingSinceTime since when none has been; absent if the latest was
 * @param lastError what last went wrong; absent if the latest was taken
 * @param waitingCount messages that wait to be sent, or to be sent again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        String id,
        String url,
        String name,
        WebhookFilterView filter,
        String state,
        @Nullable String pauseReason,
        Instant createTime,
        Instant secretTime,
        @Nullable Instant lastDeliveryTime,
        @Nullable Instant failingSinceTime,
        @Nullable String lastError,
        int waitingCount) {}
