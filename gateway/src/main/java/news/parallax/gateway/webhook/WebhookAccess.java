package news.parallax.gateway.webhook;

import jakarta.inject.Singleton;
import java.util.Map;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;

/** Decides who may have messages sent, for JSON and pages alike. */
@Singleton
class WebhookAccess {
    private final Visit visit;
    private final boolean enabled;

    WebhookAccess(Visit visit, GatewayConfig config) {
        this.visit = visit;
        this.enabled = config.webhooks().enabled();
    }

    /** Whether any messages are sent from here. */
    boolean enabled() {
        return enabled;
    }

    /** Returns who asks; refuses what would have messages sent where none are, or to whom the plan gives none. */
    ReaderView requireSent() {
        ReaderView reader = visit.requireOwner();
        if (!enabled) {
            throw new RequestRefused(ProblemCode.WEBHOOKS_OFF, "No webhooks are sent from here.", Map.of());
        }
        visit.require(Capability.API);
        return reader;
    }

    /** Returns who asks for a webhook, which must not tell by its filter what the reader may not see. */
    ReaderView requireToldOf(WebhookFilterView filter) {
        ReaderView reader = requireSent();
        if (filter.gapOnly()) {
            visit.require(Capability.BIAS);
        }
        return reader;
    }
}
