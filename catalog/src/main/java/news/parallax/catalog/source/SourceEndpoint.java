package news.parallax.catalog.source;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.batch.ImportMessages;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.GetSourceResponse;
import news.parallax.catalog.v1.ImportRatingsRequest;
import news.parallax.catalog.v1.ImportRatingsResponse;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.ImportSourcesResponse;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.ListSourcesResponse;
import news.parallax.catalog.v1.LookupSourceRequest;
import news.parallax.catalog.v1.LookupSourceResponse;
import news.parallax.catalog.v1.SourceService;
import news.parallax.catalog.v1.SourceView;

/** Sources, who rates them and who owns them, over gRPC. */
@GrpcService
public class SourceEndpoint implements SourceService {
    private static final int SOURCES_LIMIT = 1_000;
    private static final int RATINGS_LIMIT = 5_000;

    private final Calls calls;
    private final SourceRepository sources;
    private final RatingRepository ratings;
    private final SourceResolver resolver;
    private final SourceImport sourceImport;
    private final RatingImport ratingImport;

    SourceEndpoint(
            Calls calls,
            SourceRepository sources,
            RatingRepository ratings,
            SourceResolver resolver,
            SourceImport sourceImport,
            RatingImport ratingImport) {
        this.calls = calls;
        this.sources = sources;
        this.ratings = ratings;
        this.resolver = resolver;
        this.sourceImport = sourceImport;
        this.ratingImport = ratingImport;
    }

    @Override
    public Uni<GetSourceResponse> getSource(GetSourceRequest request) {
        return calls.runInTransaction(() -> {
            SourceEntity source = sources.require(request.getSourceId());
            Map<String, SourceTotals> totals = sources.totals(List.of(source.id));
            Map<String, List<RatingEntity>> current = ratings.current(List.of(source.id));
            return GetSourceResponse.newBuilder()
                    .setSource(SourceMessages.toProto(
                            source,
                            totals.getOrDefault(source.id, SourceTotals.NONE),
                            current.getOrDefault(source.id, List.of())))
                    .build();
        });
    }

    @Override
    public Uni<ListSourcesResponse> listSources(ListSourcesRequest request) {
        return calls.runInTransaction(() -> {
            var pageRequest =
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "sources", request.getSide());
            Page<SourceEntity> page = sources.page(pageRequest, ScaleMessages.toSide(request.getSide()));
            List<String> ids = page.items().stream().map(source -> source.id).toList();
            Map<String, SourceTotals> totals = sources.totals(ids);
            Map<String, List<RatingEntity>> current =
                    request.getView() == SourceView.SOURCE_VIEW_FULL ? ratings.current(ids) : Map.of();
            return ListSourcesResponse.newBuilder()
                    .addAllSources(page.items().stream()
                            .map(source -> SourceMessages.toProto(
                                    source,
                                    totals.getOrDefault(source.id, SourceTotals.NONE),
                                    current.getOrDefault(source.id, List.of())))
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<LookupSourceResponse> lookupSource(LookupSourceRequest request) {
        return calls.runInTransaction(() -> {
            HostName host = HostName.ofUrl(request.getUrl());
            SourceEntity source = resolver.find(host)
                    .orElseThrow(() -> new NotFound(
                            "SOURCE_NOT_FOUND",
                            "No source has the host %s".formatted(host.name()),
                            Map.of("host", host.name())));
            return LookupSourceResponse.newBuilder()
                    .setSource(SourceMessages.toProto(
                            source,
                            sources.totals(List.of(source.id)).getOrDefault(source.id, SourceTotals.NONE),
                            List.of()))
                    .build();
        });
    }

    @Override
    public Uni<ImportSourcesResponse> importSources(ImportSourcesRequest request) {
        return calls.run(() -> {
            ImportTally.checkSize("sources", request.getSourcesCount(), SOURCES_LIMIT);
            ImportTally.checkSize("parent_owners", request.getParentOwnersCount(), SOURCES_LIMIT);
            ImportTally tally = sourceImport.importSources(
                    SourceMessages.readSources(request.getSourcesList()),
                    SourceMessages.readOwners(request.getParentOwnersList()));
            return ImportSourcesResponse.newBuilder()
                    .setReport(ImportMessages.toProto(tally))
                    .build();
        });
    }

    @Override
    public Uni<ImportRatingsResponse> importRatings(ImportRatingsRequest request) {
        return calls.run(() -> {
            ImportTally.checkSize("ratings", request.getRatingsCount(), RATINGS_LIMIT);
            ImportTally tally = ratingImport.importRatings(SourceMessages.readRatings(request.getRatingsList()));
            return ImportRatingsResponse.newBuilder()
                    .setReport(ImportMessages.toProto(tally))
                    .build();
        });
    }
}
