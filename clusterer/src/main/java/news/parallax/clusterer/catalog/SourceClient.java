package news.parallax.clusterer.catalog;

import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.ListSourcesResponse;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.digest.Outlets;
import news.parallax.clusterer.digest.Outlets.Outlet;
import news.parallax.clusterer.digest.Side;

/** Asks the catalog which outlets are rated. Blocks; safe for many threads. */
@Singleton
public final class SourceClient {

    private static final int PAGE_SIZE = 200;

    private final SourceServiceBlockingStub sources;
    private final ClustererConfig.Catalog config;

    SourceClient(@GrpcClient("catalog") SourceServiceBlockingStub sources, ClustererConfig config) {
        this.sources = sources;
        this.config = config.catalog();
    }

    /**
     * Returns the outlets that have a side; of more than the limit, those whose names come first. Not tried again: the next
     * refresh comes soon.
     *
     * @throws CatalogFailure if the catalog is away
     */
    public Outlets ratedOutlets() {
        Map<String, Outlet> outlets = new HashMap<>();
        int listed = 0;
        try {
            for (Side side : Side.values()) {
                String token = "";
                do {
                    ListSourcesResponse page = page(side, token);
                    page.getSourcesList().forEach(source -> add(source, side, outlets));
                    listed += page.getSourcesCount();
                    token = page.getNextPageToken();
                } while (!token.isEmpty() && listed < config.ratedOutlets());
            }
            return new Outlets(outlets);
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }

    private ListSourcesResponse page(Side side, String token) {
        return sources.withDeadlineAfter(config.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .listSources(ListSourcesRequest.newBuilder()
                        .setPageSize(PAGE_SIZE)
                        .setPageToken(token)
                        .setSide(DigestMessages.toProto(side))
                        .build());
    }

    private static void add(Source source, Side side, Map<String, Outlet> outlets) {
        var outlet = new Outlet(source.getId(), source.getName(), Optional.of(side));
        outlets.put(source.getId(), outlet);
        source.getDomainsList().forEach(domain -> outlets.put(domain, outlet));
    }
}
