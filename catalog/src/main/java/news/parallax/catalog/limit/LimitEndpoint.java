package news.parallax.catalog.limit;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.v1.CountRequestsRequest;
import news.parallax.catalog.v1.CountRequestsResponse;
import news.parallax.catalog.v1.LimitService;
import news.parallax.catalog.v1.RequestCount;

/** Counts of requests, over gRPC. */
@GrpcService
public class LimitEndpoint implements LimitService {
    private final Calls calls;
    private final RequestCountRepository counts;
    private final InstantSource clock;

    LimitEndpoint(Calls calls, RequestCountRepository counts, InstantSource clock) {
        this.calls = calls;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Uni<CountRequestsResponse> countRequests(CountRequestsRequest request) {
        return calls.runInTransaction(() -> {
            LimitMessages.checkSize(request.getCountsList());
            Instant now = clock.instant();
            List<Window> windows = request.getCountsList().stream()
                    .map(count -> LimitMessages.toWindow(count, now))
                    .toList();
            SortedMap<Window, Long> added = new TreeMap<>();
            for (int place = 0; place < windows.size(); place++) {
                RequestCount count = request.getCounts(place);
                added.merge(windows.get(place), LimitMessages.toAdded(count), Long::sum);
            }
            Map<Window, Long> totals = counts.add(added);
            return CountRequestsResponse.newBuilder()
                    .addAllTotals(windows.stream()
                            .map(window -> Objects.requireNonNull(totals.get(window)))
                            .toList())
                    .build();
        });
    }
}
