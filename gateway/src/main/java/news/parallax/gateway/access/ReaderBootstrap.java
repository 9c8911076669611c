package news.parallax.gateway.access;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.GatewayConfig.ReaderSetting;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Adds the readers of the settings to the catalog; waits for the catalog as long as it takes. Until then the gateway is
 * not ready, because their keys would be refused.
 */
@Readiness
@Singleton
class ReaderBootstrap implements HealthCheck {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ReaderClient client;
    private final Map<String, ReaderSetting> readers;
    private volatile boolean ready;
    private volatile boolean stopped;

    ReaderBootstrap(ReaderClient client, GatewayConfig config) {
        this.client = client;
        this.readers = config.readers();
    }

    /** Checks the settings at once, so that a wrong one stops the gateway; the rest goes on in the background. */
    void start(@Observes StartupEvent event) {
        readers.forEach(ReaderBootstrap::check);
        Thread.ofVirtual().name("reader-bootstrap").start(() -> {
            readers.forEach(this::add);
            ready = true;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("readers of the settings")
                .status(ready)
                .build();
    }

    private static void check(String id, ReaderSetting setting) {
        ReaderPlan.of(setting.plan());
        ReaderRole.of(setting.role());
        if (!Secret.possible(setting.apiKey())) {
            throw new IllegalArgumentException(
                    "parallax.gateway.readers." + id + ".api-key: up to 256 printable ASCII characters, no spaces");
        }
    }

    private void add(String id, ReaderSetting setting) {
        while (!stopped) {
            try {
                client.update(
                        id,
                        setting.name().orElse(id),
                        ReaderPlan.of(setting.plan()),
                        ReaderRole.of(setting.role()),
                        new Secret(setting.apiKey()).hash());
                Log.infof("reader ready reader=%s plan=%s", id, setting.plan());
                return;
            } catch (StatusRuntimeException e) {
                if (!worthRepeating(e.getStatus().getCode())) {
                    Log.errorf("reader refused reader=%s reason=%s", id, e.getStatus());
                    return;
                }
                pause();
            }
        }
    }

    private static boolean worthRepeating(Status.Code code) {
        return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
