package news.parallax.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import news.parallax.gateway.access.Curtain;
import news.parallax.gateway.metrics.GatewayMetrics;
import news.parallax.gateway.story.StoryClient;

/** Writes a message, cut to what its reader may see now, signs it, sends it, and tells the catalog how that went. */
@Singleton
class Courier {
    private static final String AGENT = "Parallax-Webhooks/1";

    private final WebhookClient client;
    private final StoryClient stories;
    private final Curtain curtain;
    private final WebhookTransport transport;
    private final ObjectMapper json;
    private final InstantSource clock = InstantSource.system();

    Courier(WebhookClient client, StoryClient stories, Curtain curtain, WebhookTransport transport, ObjectMapper json) {
        this.client = client;
        this.stories = stories;
        this.curtain = curtain;
        this.transport = transport;
        this.json = json;
    }

    void deliver(Letter letter) {
        if (!letter.mayBeTold()) {
            client.withhold(letter);
            return;
        }
        byte[] body = body(letter);
        Instant now = clock.instant();
        Answer answer = transport.post(
                letter.url(),
                Map.of(
                        "Content-Type", "application/json",
                        "User-Agent", AGENT,
                        "webhook-id", letter.id(),
                        "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                        "webhook-signature", Signature.of(letter.secret(), letter.id(), now, body)),
                body);
        Log.debugf("webhook answered delivery=%s answer=%s", letter.id(), answer);
        GatewayMetrics.webhookSent(answer instanceof Answer.Taken);
        client.report(letter, answer);
    }

    private byte[] body(Letter letter) {
        var story = stories.find(letter.news().storyId(), letter.reader().id()).orElse(null);
        MessageView message = curtain.show(MessageView.of(letter.news(), story), letter.reader());
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("views are always written", e);
        }
    }
}
