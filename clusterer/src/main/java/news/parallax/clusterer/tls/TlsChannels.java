package news.parallax.clusterer.tls;

import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.arc.Arc;
import io.quarkus.grpc.runtime.config.GrpcClientConfiguration;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.quarkus.grpc.spi.GrpcBuilderProvider;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownContext;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** Gives clients of gRPC their TLS where {@code quarkus.grpc.clients.<name>.tls-configuration-name} is set; of servers it makes none. */
public final class TlsChannels implements GrpcBuilderProvider<NettyServerBuilder> {
    /** Made by the service loader. */
    public TlsChannels() {}

    @Override
    public boolean providesChannel(GrpcClientConfiguration client) {
        return client.tlsConfigurationName().isPresent();
    }

    @Override
    public String resolver() {
        return GrpcClientConfiguration.DNS;
    }

    @Override
    public String adjustHost(String host) {
        return "/" + host;
    }

    @Override
    public ManagedChannelBuilder<?> createChannelBuilder(GrpcClientConfiguration client, String target) {
        return Arc.container()
                .instance(ServiceTls.class)
                .get()
                .channelTo(target, client.tlsConfigurationName().orElseThrow());
    }

    @Override
    public String channelInfo(GrpcClientConfiguration client) {
        return "TLS";
    }

    @Override
    public boolean providesServer(GrpcServerConfiguration server) {
        return false;
    }

    @Override
    public ServerBuilder<NettyServerBuilder> createServerBuilder(
            Vertx vertx, GrpcServerConfiguration server, LaunchMode mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startServer(Server server) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void postStartup(Server server, ShutdownContext shutdown) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void devModeReload(
            List<ServerServiceDefinition> services,
            Map<String, ServerMethodDefinition<?, ?>> methods,
            List<ServerInterceptor> interceptors,
            ShutdownContext shutdown) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean serverAlreadyExists() {
        return false;
    }

    @Override
    public String serverInfo(String host, int port, GrpcServerConfiguration server) {
        return "";
    }
}
