package news.parallax.gateway.source;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.ExplainSourceRequest;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.ListSourcesResponse;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.catalog.v1.SourceView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.rating.RatingMessages;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/** Asks the catalog for sources, as the reader has them: muted ones are in no list, and each leans as they hold. */
@Singleton
public class SourceClient {
    private final SourceServiceBlockingStub sources;
    private final CatalogCalls calls;
    private final Visit visit;

    SourceClient(@GrpcClient("catalog") SourceServiceBlockingStub sources, CatalogCalls calls, Visit visit) {
        this.sources = sources;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns the source of a domain; the failure is NOT_FOUND if there is none. */
    public RatedSourceView get(String domain) {
        var request = GetSourceRequest.newBuilder()
                .setSourceId(domain)
                .setReaderId(visit.reader().id())
                .build();
        return SourceMessages.toView(
                calls.read(sources, stub -> stub.getSource(request)).getSource());
    }

    /** Returns how what is shown of a source comes about; NOT_FOUND if there is none. */
    public SourceExplanationView explain(String domain) {
        var request = ExplainSourceRequest.newBuilder().setSourceId(domain).build();
        return ExplanationMessages.toView(calls.read(sources, stub -> stub.explainSource(request)));
    }

    /** Returns a page of sources by name. */
    public SourceListView list(int limit, String cursor) {
        return list(null, limit, cursor);
    }

    /** Returns a page of sources by name: of one side, or of all if there is none named. */
    public SourceListView list(@Nullable SideLabel side, int limit, String cursor) {
        var request = ListSourcesRequest.newBuilder()
                .setPageSize(limit)
                .setPageToken(cursor)
                .setView(SourceView.SOURCE_VIEW_FULL)
                .setReaderId(visit.reader().id());
        if (side != null) {
            request.setSide(RatingMessages.toProto(side));
        }
        ListSourcesResponse response = calls.read(sources, stub -> stub.listSources(request.build()));
        return new SourceListView(
                response.getSourcesList().stream().map(SourceMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }
}
