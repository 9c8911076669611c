package news.parallax.gateway.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.CatalogProcess;

/** A gateway that sends webhooks, also to its own machine, and a catalog of its own that tries three times in quick succession. */
public final class WebhooksOn implements QuarkusTestProfile {
    /** Trusted by the gateway besides those that Java trusts. */
    private static final Authority AUTHORITY = Authority.make();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "parallax.gateway.webhooks.enabled", "true",
                "parallax.gateway.webhooks.authorities", AUTHORITY.pem().toString(),
                "parallax.gateway.webhooks.allow-private", "true",
                "parallax.gateway.webhooks.timeout", "5s",
                "parallax.gateway.webhooks.interval", "200ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(
                CatalogProcess.class,
                Map.of(
                        "PARALLAX_CATALOG_WEBHOOK_RETRY_FIRST", "200ms",
                        "PARALLAX_CATALOG_WEBHOOK_ATTEMPTS_MAX", "3",
                        "PARALLAX_CATALOG_READER_WEBHOOKS_MAX", "100")));
    }
}
