package news.parallax.crawler.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import news.parallax.catalog.v1.ClaimHostsRequest;
import news.parallax.catalog.v1.ClaimHostsResponse;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.HostClaim;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.fetch.HostBusyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two crawlers and one catalog that hands out hosts and never lets a claim end by itself. */
@Timeout(30)
class HostClaimClientTest {

    private static final java.time.Duration INTERVAL = java.time.Duration.ofMillis(20);

    private final Map<String, String> holders = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Server server;
    private ManagedChannel channel;
    private HostClaimClient one;
    private HostClaimClient other;

    @BeforeEach
    void start() throws IOException {
        server = ServerBuilder.forPort(0)
                .addService(ServerServiceDefinition.builder(FeedServiceGrpc.SERVICE_NAME)
                        .addMethod(FeedServiceGrpc.getClaimHostsMethod(), ServerCalls.asyncUnaryCall(this::claim))
                        .build())
                .build()
                .start();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        one = client("host-wait-max", "200ms");
        other = client("host-wait-max", "10s");
    }

    private HostClaimClient client(String... settings) {
        String[] all = {"host-claim", "6s", "host-idle", "300ms", "poll-interval", "20ms", settings[0], settings[1]};
        return new HostClaimClient(channel, TestConfig.with(all), new CrawlerIdentity());
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void aHostIsAskedForOnceHoweverOftenItIsEntered() throws Exception {
        for (int request = 0; request < 5; request++) {
            one.enter("a.example", INTERVAL);
            one.leave("a.example", INTERVAL);
        }
        assertThat(asked).containsExactly("claim a.example");
    }

    @Test
    void aHostOfAnotherCrawlerIsNotEnteredAndThatIsSaidInTheEnd() throws Exception {
        other.enter("a.example", INTERVAL);
        assertThatThrownBy(() -> one.enter("a.example", INTERVAL))
                .isInstanceOf(HostBusyException.class)
                .hasMessage("another crawler is at a.example");
    }

    @Test
    void aHostThatIsNotUsedAnyMoreIsLeftToWhoWaits() throws Exception {
        one.enter("a.example", INTERVAL);
        one.leave("a.example", INTERVAL);
        other.enter("a.example", INTERVAL);
        assertThat(asked).contains("release a.example");
        assertThatThrownBy(() -> one.enter("a.example", INTERVAL)).isInstanceOf(HostBusyException.class);
    }

    @Test
    void aHostInUseIsNotLeft() throws Exception {
        one.enter("a.example", INTERVAL);
        one.enter("b.example", INTERVAL);
        one.leave("b.example", INTERVAL);
        other.enter("b.example", INTERVAL); // which is left after a while, and the other is not
        assertThat(asked).contains("release b.example").doesNotContain("release a.example");
    }

    @Test
    void aCrawlerThatStopsLeavesItsHosts() throws Exception {
        one.enter("a.example", INTERVAL);
        one.close();
        other.enter("a.example", INTERVAL);
        assertThat(asked).contains("release a.example");
    }

    @Test
    void withoutCatalogNoHostIsEntered() throws Exception {
        server.shutdownNow();
        assertThatThrownBy(() -> one.enter("a.example", INTERVAL)).isInstanceOf(HostBusyException.class);
    }

    private synchronized void claim(ClaimHostsRequest request, StreamObserver<ClaimHostsResponse> answer) {
        request.getReleasesList().forEach(release -> {
            asked.add("release " + release.getHost());
            holders.remove(release.getHost(), request.getCrawlerId());
        });
        ClaimHostsResponse.Builder response = ClaimHostsResponse.newBuilder();
        for (String host : request.getHostsList()) {
            boolean granted = request.getCrawlerId().equals(holders.computeIfAbsent(host, _ -> request.getCrawlerId()));
            if (granted) {
                asked.add("claim " + host);
            }
            response.addClaims(HostClaim.newBuilder()
                    .setHost(host)
                    .setGranted(granted)
                    .setWait(Duration.newBuilder().setNanos(50_000_000)));
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }
}
