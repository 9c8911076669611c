package news.parallax.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
    private static ConnectionLimit of(String silence) {
        return new ConnectionLimit(
                Settings.of(Map.of("parallax.gateway.limits.silence", silence)), Duration.ofSeconds(60));
    }

    @Test
    void itIsSetInTheUnitThatTheServerCountsIn() {
        var options = new HttpServerOptions().setIdleTimeoutUnit(TimeUnit.MILLISECONDS);

        of("90s").customizeHttpServer(options);

        assertThat(options.getWriteIdleTimeout()).isEqualTo(90_000);
    }

    @Test
    void silenceLastsLongerThanIdlenessSoThatARequestHasTheTimeBetween() {
        assertThatThrownBy(() -> of("60s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parallax.gateway.limits.silence");
    }
}
