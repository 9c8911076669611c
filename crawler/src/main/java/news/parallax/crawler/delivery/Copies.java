package news.parallax.crawler.delivery;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import news.parallax.crawler.CrawlerConfig;

/**
 * Looks for copies of catalog and clusterer that came since, and tries those again that were away: gRPC asks for addresses
 * anew only when a connection fails. Connections that there are stay.
 */
@Singleton
final class Copies {

    private Copies() {}

    static void onStart(
            @Observes StartupEvent event,
            @GrpcClient("catalog") Channel catalog,
            @GrpcClient("clusterer") Channel clusterer,
            Vertx vertx,
            CrawlerConfig config) {
        vertx.setPeriodic(config.copiesInterval().toMillis(), _ -> {
            ((ManagedChannel) catalog).resetConnectBackoff();
            ((ManagedChannel) clusterer).resetConnectBackoff();
        });
    }
}
