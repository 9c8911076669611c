package news.parallax.gateway;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes traces as any collector of OpenTelemetry does (OTLP over gRPC), and keeps them. */
final class TraceCollector implements AutoCloseable {
    private final Queue<Part> parts = new ConcurrentLinkedQueue<>();
    private final Server server;

    TraceCollector() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(new Receiver())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One span.
     *
     * @param parent empty if it is the first of its trace
     * @param links spans of other traces
     */
    record Part(String service, String name, String trace, String span, String parent, List<String> links) {}

    List<Part> parts() {
        return List.copyOf(parts);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Receiver extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
            request.getResourceSpansList()
                    .forEach(resource -> resource.getScopeSpansList()
                            .forEach(scope ->
                                    scope.getSpansList().forEach(span -> parts.add(part(service(resource), span)))));
            answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private static String service(ResourceSpans spans) {
        return spans.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("");
    }

    private static Part part(String service, Span span) {
        HexFormat hex = HexFormat.of();
        return new Part(
                service,
                span.getName(),
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                span.getLinksList().stream()
                        .map(link -> hex.formatHex(link.getSpanId().toByteArray()))
                        .toList());
    }
}
