package news.parallax.gateway.limit;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.v1.CountRequestsRequest;
import news.parallax.catalog.v1.LimitServiceGrpc.LimitServiceBlockingStub;
import news.parallax.catalog.v1.RequestCount;
import news.parallax.gateway.catalog.CatalogCalls;

/** Counts requests in the catalog. A call that is repeated may count twice, which only lets a little less pass. */
@Singleton
class LimitClient {
    /** Most counts of one call. */
    static final int COUNTS_LIMIT = 500;

    private final LimitServiceBlockingStub limits;
    private final CatalogCalls calls;

    LimitClient(@GrpcClient("catalog") LimitServiceBlockingStub limits, CatalogCalls calls) {
        this.limits = limits;
        this.calls = calls;
    }

    /** Adds to counts and returns what each comes to, in order; StatusRuntimeException if the catalog does not answer. */
    List<Long> add(List<Count> counts) {
        var request = CountRequestsRequest.newBuilder();
        counts.forEach(count -> request.addCounts(toProto(count)));
        return calls.read(limits, stub -> stub.countRequests(request.build())).getTotalsList();
    }

    private static RequestCount toProto(Count count) {
        return RequestCount.newBuilder()
                .setSubject(count.subject())
                .setWindowStart(
                        Timestamp.newBuilder().setSeconds(count.windowStart().getEpochSecond()))
                .setWindowSeconds((int) count.window().toSeconds())
                .setCount(count.requests())
                .build();
    }
}
