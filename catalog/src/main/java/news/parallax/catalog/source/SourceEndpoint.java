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
import news.parallax.catalog.rating.RatingAxisRepository;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;
import news.parallax.catalog.rating.SourceFlagEntity;
import news.parallax.catalog.rating.SourceFlagRepository;
import news.parallax.catalog.v1.ExplainSourceRequest;
import news.parallax.catalog.v1.ExplainSourceResponse;
import news.parallax.catalog.v1.GetSourceProfileRequest;
import news.parallax.catalog.v1.GetSourceProfileResponse;
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
import news.parallax.catalog.v1.MergeSourcesRequest;
import news.parallax.catalog.v1.MergeSourcesResponse;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceService;
import news.parallax.catalog.v1.SourceView;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** Sources, who rates them and who owns them, over gRPC. */
@GrpcService
public class SourceEndpoint implements SourceService {
    private static final int SOURCES_LIMIT = 1_000;
    private static final int RATINGS_LIMIT = 5_000;

    private final Calls calls;
    private final SourceRepository sources;
    private final RatingRepository ratings;
    private final SourceFlagRepository flags;
    private final RatingAxisRepository axes;
    private final SourceResolver resolver;
    private final RequestImport imports;
    private final SourceMerge merges;
    private final ViewerRepository viewers;
    private final SourceProfileEndpoint profiles;

    SourceEndpoint(
            Calls calls,
            SourceRepository sources,
            RatingRepository ratings,
            SourceFlagRepository flags,
            RatingAxisRepository axes,
            SourceResolver resolver,
            RequestImport imports,
            SourceMerge merges,
            ViewerRepository viewers,
            SourceProfileEndpoint profiles) {
        this.calls = calls;
        this.sources = sources;
        this.ratings = ratings;
        this.flags = flags;
        this.axes = axes;
        this.resolver = resolver;
        this.imports = imports;
        this.merges = merges;
        this.viewers = viewers;
        this.profiles = profiles;
    }

    @Override
    public Uni<GetSourceResponse> getSource(GetSourceRequest request) {
        return calls.runInTransaction(() -> GetSourceResponse.newBuilder()
                .setSource(inFull(List.of(sources.require(request.getSourceId())), viewers.of(request.getReaderId()))
                        .getFirst())
                .build());
    }

    @Override
    public Uni<ListSourcesResponse> listSources(ListSourcesRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            var pageRequest =
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "sources", request.getSide());
            Page<SourceEntity> page = sources.page(pageRequest, ScaleMessages.toSide(request.getSide()), viewer);
            return ListSourcesResponse.newBuilder()
                    .addAllSources(
                            request.getView() == SourceView.SOURCE_VIEW_FULL
                                    ? inFull(page.items(), viewer)
                                    : inBrief(page.items(), viewer))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<LookupSourceResponse> lookupSource(LookupSourceRequest request) {
        return calls.runInTransaction(() -> {
            PageAddress address = PageAddress.ofUrl(request.getUrl());
            SourceEntity source = resolver.find(address)
                    .orElseThrow(() -> new NotFound(
                            "SOURCE_NOT_FOUND",
                            "No source has the host %s".formatted(address.host().name()),
                            Map.of("host", address.host().name())));
            return LookupSourceResponse.newBuilder()
                    .setSource(inBrief(List.of(source), Viewer.ANYBODY).getFirst())
                    .build();
        });
    }

    @Override
    public Uni<ExplainSourceResponse> explainSource(ExplainSourceRequest request) {
        return calls.runInTransaction(() -> {
            SourceEntity source = sources.require(request.getSourceId());
            List<String> ids = List.of(source.id);
            return ExplanationMessages.toProto(source, axes.listAll(), ratings.history(ids), flags.history(ids));
        });
    }

    @Override
    public Uni<GetSourceProfileResponse> getSourceProfile(GetSourceProfileRequest request) {
        return profiles.getSourceProfile(request);
    }

    @Override
    public Uni<ImportSourcesResponse> importSources(ImportSourcesRequest request) {
        return calls.run(() -> {
            ImportTally.checkSize("sources", request.getSourcesCount(), SOURCES_LIMIT);
            ImportTally.checkSize("parent_owners", request.getParentOwnersCount(), SOURCES_LIMIT);
            ImportTally tally = imports.importSources(
                    ImportTally.rows(request.getSourcesList(), SourceMessages::toOwnedSource),
                    ImportTally.rows(
                            request.getParentOwnersList(), SourceMessages::toNewOwner, request.getSourcesCount()));
            return ImportSourcesResponse.newBuilder()
                    .setReport(ImportMessages.toProto(tally))
                    .build();
        });
    }

    @Override
    public Uni<ImportRatingsResponse> importRatings(ImportRatingsRequest request) {
        return calls.run(() -> {
            ImportTally.checkSize("ratings", request.getRatingsCount(), RATINGS_LIMIT);
            ImportTally tally =
                    imports.importRatings(ImportTally.rows(request.getRatingsList(), SourceMessages::toNewRating));
            return ImportRatingsResponse.newBuilder()
                    .setReport(ImportMessages.toProto(tally))
                    .build();
        });
    }

    @Override
    public Uni<MergeSourcesResponse> mergeSources(MergeSourcesRequest request) {
        return calls.run(() -> {
            var wish = new SourceMerge.Wish(request.getSourceId(), request.getIntoSourceId(), request.getReason());
            return merges.merge(
                    wish,
                    request.getDryRun(),
                    outcome -> MergeSourcesResponse.newBuilder()
                            .setSource(inFull(List.of(outcome.source()), Viewer.ANYBODY)
                                    .getFirst())
                            .setArticleCount(outcome.counts().articles())
                            .setStoryCount(outcome.counts().stories())
                            .setFeedCount(outcome.counts().feeds())
                            .setRatingCount(outcome.counts().ratings())
                            .build());
        });
    }

    private List<Source> inFull(List<SourceEntity> rows, Viewer viewer) {
        Map<String, SourceTotals> totals = sources.totals(ids(rows));
        Map<String, List<RatingEntity>> current = ratings.current(ids(rows));
        Map<String, List<SourceFlagEntity>> flagged = flags.current(ids(rows));
        return rows.stream()
                .map(source -> SourceMessages.toProto(
                        source,
                        totals.getOrDefault(source.id, SourceTotals.NONE),
                        current.getOrDefault(source.id, List.of()),
                        flagged.getOrDefault(source.id, List.of())))
                .map(source -> SourceMessages.seenBy(viewer, source))
                .toList();
    }

    private List<Source> inBrief(List<SourceEntity> rows, Viewer viewer) {
        Map<String, SourceTotals> totals = sources.totals(ids(rows));
        return rows.stream()
                .map(source -> SourceMessages.toProto(source, totals.getOrDefault(source.id, SourceTotals.NONE)))
                .map(source -> SourceMessages.seenBy(viewer, source))
                .toList();
    }

    private static List<String> ids(List<SourceEntity> rows) {
        return rows.stream().map(source -> source.id).toList();
    }
}
