package news.parallax.crawler.delivery;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.grpc.api.ChannelBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcClientConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.SourceServiceGrpc;

/** Has gRPC make calls again, to another copy, when the catalog cannot be reached: those that the contract lets be repeated. */
@Singleton
final class CallPolicyClient implements ChannelBuilderCustomizer<NettyChannelBuilder> {

    private static final Map<String, Object> REPEATED_WHEN_AWAY = Map.of(
            "maxAttempts",
            3.0,
            "initialBackoff",
            "0.1s",
            "maxBackoff",
            "1s",
            "backoffMultiplier",
            3.0,
            "retryableStatusCodes",
            List.of("UNAVAILABLE"));

    @Override
    public Map<String, Object> customize(String client, GrpcClientConfiguration settings, NettyChannelBuilder channel) {
        List<Map<String, String>> names = repeatable()
                .map(method -> Map.of(
                        "service", String.valueOf(method.getServiceName()),
                        "method", String.valueOf(method.getBareMethodName())))
                .toList();
        return Map.of("methodConfig", List.of(Map.of("name", names, "retryPolicy", REPEATED_WHEN_AWAY)));
    }

    private static Stream<MethodDescriptor<?, ?>> repeatable() {
        return Stream.of(FeedServiceGrpc.getServiceDescriptor(), SourceServiceGrpc.getServiceDescriptor())
                .flatMap(service -> service.getMethods().stream())
                .filter(method -> (method.isSafe() || method.isIdempotent()) && method.getType() == MethodType.UNARY);
    }
}
