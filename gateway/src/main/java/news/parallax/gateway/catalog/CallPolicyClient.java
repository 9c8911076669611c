package news.parallax.gateway.catalog;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServiceDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.grpc.api.ChannelBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcClientConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.catalog.v1.AuditServiceGrpc;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.GroupingReportServiceGrpc;
import news.parallax.catalog.v1.JobServiceGrpc;
import news.parallax.catalog.v1.ReaderServiceGrpc;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SessionServiceGrpc;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.TransferServiceGrpc;
import news.parallax.catalog.v1.WebhookServiceGrpc;
import news.parallax.gateway.GatewayConfig;

/**
 * Has gRPC ask another copy of the catalog: at once when one cannot be reached, and after a while, and again, when one is
 * silent. Only what the contract calls free of side effects; and not while most calls fail, so that a catalog in need gets no
 * further load. Copies are asked in turn ({@link UnaskedCopies}).
 */
@Singleton
final class CallPolicyClient implements ChannelBuilderCustomizer<NettyChannelBuilder> {
    private static final List<ServiceDescriptor> SERVICES = List.of(
            AuditServiceGrpc.getServiceDescriptor(),
            FeedServiceGrpc.getServiceDescriptor(),
            GroupingReportServiceGrpc.getServiceDescriptor(),
            JobServiceGrpc.getServiceDescriptor(),
            ReaderServiceGrpc.getServiceDescriptor(),
            SearchServiceGrpc.getServiceDescriptor(),
            SessionServiceGrpc.getServiceDescriptor(),
            SourceServiceGrpc.getServiceDescriptor(),
            StoryServiceGrpc.getServiceDescriptor(),
            TransferServiceGrpc.getServiceDescriptor(),
            WebhookServiceGrpc.getServiceDescriptor());

    private final GatewayConfig.Catalog config;

    CallPolicyClient(GatewayConfig config) {
        this.config = config.catalog();
        UnaskedCopies.register();
    }

    @Override
    public Map<String, Object> customize(String client, GrpcClientConfiguration settings, NettyChannelBuilder channel) {
        return policy();
    }

    Map<String, Object> policy() {
        return Map.of(
                "methodConfig",
                List.of(Map.of("name", readNames(), "hedgingPolicy", hedging())),
                "retryThrottling",
                Map.of("maxTokens", 100.0, "tokenRatio", 0.5),
                "loadBalancingConfig",
                List.of(Map.of("outlier_detection_experimental", ejection())));
    }

    /**
     * A copy that answered next to nothing of what it was asked in the last second is asked nothing for a while, but never more
     * than half of the copies. Pings find a copy that hangs after 15 s at the soonest.
     */
    private static Map<String, Object> ejection() {
        return Map.of(
                "interval",
                "1s",
                "baseEjectionTime",
                "5s",
                "maxEjectionTime",
                "30s",
                "maxEjectionPercent",
                50.0,
                "failurePercentageEjection",
                Map.of("threshold", 95.0, "enforcementPercentage", 100.0, "minimumHosts", 2.0, "requestVolume", 3.0),
                "childPolicy",
                List.of(Map.of(UnaskedCopies.POLICY, Map.of())));
    }

    private Map<String, Object> hedging() {
        return Map.of(
                "maxAttempts",
                4.0,
                "hedgingDelay",
                config.secondCopyAfter().toMillis() / 1000.0 + "s",
                "nonFatalStatusCodes",
                List.of("UNAVAILABLE"));
    }

    private static List<Map<String, String>> readNames() {
        return reads().map(method -> Map.of(
                        "service", String.valueOf(method.getServiceName()),
                        "method", String.valueOf(method.getBareMethodName())))
                .toList();
    }

    static Stream<MethodDescriptor<?, ?>> reads() {
        return SERVICES.stream()
                .flatMap(service -> service.getMethods().stream())
                .filter(method -> method.isSafe() && method.getType() == MethodType.UNARY);
    }
}
