package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    @Test
    void biasIsFreeFactualityNeedsPremiumAndOwnershipNeedsVantageUnlessSetOtherwise() {
        GatewayConfig config = Settings.of(Map.of());

        assertThat(config.plans().anonymous()).isEqualTo("free");
        assertThat(config.capabilities().bias()).isEqualTo("free");
        assertThat(config.capabilities().factuality()).isEqualTo("premium");
        assertThat(config.capabilities().ownership()).isEqualTo("vantage");
        assertThat(config.catalog().deadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.readers()).isEmpty();
        assertThat(config.webhooks().enabled())
                .as("nothing calls out unless configured")
                .isFalse();
        assertThat(config.webhooks().allowPrivate()).isFalse();
    }

    @Test
    void readersAndMirrorsCanBeSetByTheEnvironment() {
        GatewayConfig config = Settings.ofEnvironment(Map.of(
                "PARALLAX_GATEWAY_READERS_VANTAGE_NAME", "Demo reader (vantage)",
                "PARALLAX_GATEWAY_READERS_VANTAGE_PLAN", "vantage",
                "PARALLAX_GATEWAY_READERS_VANTAGE_API_KEY", "k-1",
                "PARALLAX_GATEWAY_ARTICLE_MIRROR_EXAMPLE", "http://localhost:8084"));

        assertThat(config.readers()).containsOnlyKeys("vantage");
        assertThat(config.readers().get("vantage").name()).contains("Demo reader (vantage)");
        assertThat(config.readers().get("vantage").plan()).isEqualTo("vantage");
        assertThat(config.readers().get("vantage").apiKey()).isEqualTo("k-1");
        assertThat(config.articleMirror()).isEqualTo(Map.of("example", URI.create("http://localhost:8084")));
    }
}
