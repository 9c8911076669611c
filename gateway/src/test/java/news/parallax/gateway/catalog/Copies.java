package news.parallax.gateway.catalog;

import io.grpc.EquivalentAddressGroup;
import io.grpc.ManagedChannel;
import io.grpc.NameResolver;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusOr;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import news.parallax.gateway.GatewayConfig;

/** Copies of a catalog under one name, called as the gateway calls them. */
final class Copies implements AutoCloseable {
    private final List<Server> servers = new ArrayList<>();
    private final ManagedChannel channel;

    Copies(GatewayConfig config, List<ServerServiceDefinition> services) throws IOException {
        for (ServerServiceDefinition service : services) {
            servers.add(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .addService(service)
                    .build()
                    .start());
        }
        channel = NettyChannelBuilder.forTarget("copies:///catalog")
                .nameResolverFactory(new Addresses(servers))
                .defaultServiceConfig(new CallPolicyClient(config).policy())
                .enableRetry()
                .usePlaintext()
                .build();
    }

    ManagedChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        servers.forEach(Server::shutdownNow);
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
