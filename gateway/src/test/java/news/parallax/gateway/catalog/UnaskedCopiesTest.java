package news.parallax.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.EquivalentAddressGroup;
import io.grpc.ManagedChannel;
import io.grpc.NameResolver;
import io.grpc.Server;
import io.grpc.StatusOr;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetStoryResponse;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceImplBase;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceStub;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies of a catalog that answers nothing, which gRPC reaches by its own network code. */
class UnaskedCopiesTest {
    private static final int COPIES = 3;
    private static final int CALLS = 40;
    private static final int TRIES = 4;

    private final Map<String, List<Integer>> copiesByStory = new ConcurrentHashMap<>();
    private final CountDownLatch tries = new CountDownLatch(CALLS * TRIES);
    private final List<Server> servers = new ArrayList<>();
    private ManagedChannel channel;

    @BeforeEach
    void start() throws Exception {
        for (int copy = 0; copy < COPIES; copy++) {
            servers.add(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .addService(silentCopy(copy))
                    .build()
                    .start());
        }
        var policy = new CallPolicyClient(Settings.of(Map.of("parallax.gateway.catalog.second-copy-after", "300ms")));
        channel = NettyChannelBuilder.forTarget("copies:///catalog")
                .nameResolverFactory(new Addresses(servers))
                .defaultServiceConfig(policy.policy())
                .enableRetry()
                .usePlaintext()
                .build();
    }

    @AfterEach
    void end() {
        channel.shutdownNow();
        servers.forEach(Server::shutdownNow);
    }

    @Test
    void callsThatHangTogetherAreEachSentToEveryCopyBeforeTheyMeetOneAgain() throws Exception {
        StoryServiceStub catalog = StoryServiceGrpc.newStub(channel);
        for (int call = 0; call < CALLS; call++) {
            UnaskedCopies.remembering(catalog)
                    .getStory(
                            GetStoryRequest.newBuilder()
                                    .setStoryId("story" + call)
                                    .build(),
                            new Nobody());
        }

        assertThat(tries.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(copiesByStory).hasSize(CALLS);
        assertThat(copiesByStory.values())
                .allSatisfy(copies -> assertThat(copies).containsOnly(0, 1, 2).contains(0, 1, 2));
    }

    private StoryServiceImplBase silentCopy(int copy) {
        return new StoryServiceImplBase() {
            @Override
            public void getStory(GetStoryRequest request, StreamObserver<GetStoryResponse> answers) {
                copiesByStory
                        .computeIfAbsent(request.getStoryId(), _ -> new CopyOnWriteArrayList<>())
                        .add(copy);
                tries.countDown();
            }
        };
    }

    private static final class Nobody implements StreamObserver<GetStoryResponse> {
        @Override
        public void onNext(GetStoryResponse answer) {}

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onCompleted() {}
    }

    /** One name for all servers, as a headless service has in the DNS of a cluster. */
    private static final class Addresses extends NameResolver.Factory {
        private final List<EquivalentAddressGroup> addresses;

        Addresses(List<Server> servers) {
            addresses = servers.stream()
                    .map(server ->
                            new EquivalentAddressGroup(server.getListenSockets().getFirst()))
                    .toList();
        }

        @Override
        public String getDefaultScheme() {
            return "copies";
        }

        @Override
        public NameResolver newNameResolver(URI target, NameResolver.Args args) {
            return new NameResolver() {
                @Override
                public void start(Listener2 listener) {
                    listener.onResult(ResolutionResult.newBuilder()
                            .setAddressesOrError(StatusOr.fromValue(addresses))
                            .build());
                }

                @Override
                public String getServiceAuthority() {
                    return "catalog";
                }

                @Override
                public void shutdown() {}
            };
        }
    }
}
