package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import news.parallax.clusterer.election.Election;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service that a test runs. */
final class OpenService {

    private OpenService() {}

    /** Returns a way to the service when it assigns. */
    static ManagedChannel channel(Election election) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        await(election::isHeld);
        return ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    /** Fails if a condition does not come true within a minute. */
    static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
