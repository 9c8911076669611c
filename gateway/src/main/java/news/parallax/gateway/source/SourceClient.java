package news.parallax.gateway.source;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.ListSourcesResponse;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.catalog.v1.SourceView;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;

/** Asks the catalog for sources. */
@Singleton
public class SourceClient {
    private final SourceServiceBlockingStub sources;
    private final CatalogCalls calls;

    SourceClient(@GrpcClient("catalog") SourceServiceBlockingStub sources, CatalogCalls calls) {
        this.sources = sources;
        this.calls = calls;
    }

    /** Returns the source of a domain; the failure is NOT_FOUND if there is none. */
    public RatedSourceView get(String domain) {
        var request = GetSourceRequest.newBuilder().setSourceId(domain).build();
        return SourceMessages.toView(
                calls.read(sources, stub -> stub.getSource(request)).getSource());
    }

    /** Returns a page of sources by name. */
    public SourceListView list(int limit, String cursor) {
        var request = ListSourcesRequest.newBuilder()
                .setPageSize(limit)
                .setPageToken(cursor)
                .setView(SourceView.SOURCE_VIEW_FULL)
                .build();
        ListSourcesResponse response = calls.read(sources, stub -> stub.listSources(request));
        return new SourceListView(
                response.getSourcesList().stream().map(SourceMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }
}
