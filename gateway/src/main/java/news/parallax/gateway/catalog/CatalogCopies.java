package news.parallax.gateway.catalog;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import news.parallax.gateway.GatewayConfig;

/**
 * Looks for copies of the catalog that came since, and tries those again that were away: gRPC asks for addresses anew only
 * when a connection fails. Connections that there are stay.
 */
@Singleton
final class CatalogCopies {
    private CatalogCopies() {}

    static void onStart(
            @Observes StartupEvent event, @GrpcClient("catalog") Channel channel, Vertx vertx, GatewayConfig config) {
        var copies = (ManagedChannel) channel;
        vertx.setPeriodic(config.catalog().copiesInterval().toMillis(), _ -> copies.resetConnectBackoff());
    }
}
