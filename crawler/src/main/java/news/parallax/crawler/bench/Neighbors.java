package news.parallax.crawler.bench;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Catalog and clusterer, played, on a free port, with a channel to them. */
public final class Neighbors implements AutoCloseable {

    private final Server server;
    private final ManagedChannel channel;

    public Neighbors(BindableService catalog, BindableService clusterer) throws IOException {
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(catalog)
                .addService(clusterer)
                .build()
                .start();
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    public ManagedChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
