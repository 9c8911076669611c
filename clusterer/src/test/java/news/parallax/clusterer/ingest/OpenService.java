package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.time.Instant;
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

    static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
