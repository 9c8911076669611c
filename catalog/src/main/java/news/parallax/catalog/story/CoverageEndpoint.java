package news.parallax.catalog.story;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageBasis;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetCoverageResponse;
import news.parallax.catalog.v1.ListCoverageRequest;
import news.parallax.catalog.v1.ListCoverageResponse;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** Tells how the sources of stories split. */
@Singleton
class CoverageEndpoint {
    private final Calls calls;
    private final StoryRepository stories;
    private final SourceRepository sources;
    private final ViewerRepository viewers;
    private final GapRule gapRule;
    private final InstantSource clock;

    CoverageEndpoint(
            Calls calls,
            StoryRepository stories,
            SourceRepository sources,
            ViewerRepository viewers,
            GapRule gapRule,
            InstantSource clock) {
        this.calls = calls;
        this.stories = stories;
        this.sources = sources;
        this.viewers = viewers;
        this.gapRule = gapRule;
        this.clock = clock;
    }

    Uni<GetCoverageResponse> getCoverage(GetCoverageRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            StoryEntity story = stories.require(request.getStoryId());
            Instant moment = request.hasAtTime() ? TimeMessages.toInstant(request.getAtTime()) : clock.instant();
            StoryCoverageEntity coverage = stories.coverageAt(story.id, moment)
                    .orElseThrow(() -> new NotFound(
                            "STORY_NOT_FOUND",
                            "There was no coverage of story %s at %s".formatted(story.id, moment),
                            Map.of("story_id", story.id, "at_time", moment.toString())));
            boolean independentOnly = request.getBasis() == CoverageBasis.COVERAGE_BASIS_INDEPENDENT;
            List<CountedSource> counted = viewer.count(coverage.sources);
            List<CountedSource> listed = counted.stream()
                    .filter(source -> !independentOnly || source.independent())
                    .toList();
            Coverage splits = CoverageMessages.toProto(counted, coverage.asOfTime, gapRule);
            return GetCoverageResponse.newBuilder()
                    .setStoryId(story.id)
                    .setCoverage(splits.toBuilder()
                            .addAllSources(CoverageMessages.toProto(
                                    listed,
                                    sources.everKnown(listed.stream()
                                            .map(CountedSource::id)
                                            .toList()),
                                    stories.articleIdsBySource(story.id, moment, coverage.asOfTime))))
                    .build();
        });
    }

    Uni<ListCoverageResponse> listCoverage(ListCoverageRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            StoryEntity story = stories.require(request.getStoryId());
            Optional<Instant> from = request.hasFromTime()
                    ? Optional.of(TimeMessages.toInstant(request.getFromTime()))
                    : Optional.empty();
            Optional<Instant> until = request.hasUntilTime()
                    ? Optional.of(TimeMessages.toInstant(request.getUntilTime()))
                    : Optional.empty();
            var pageRequest =
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "coverage", story.id, from, until);
            Page<StoryCoverageEntity> page = stories.series(pageRequest, story.id, from, until);
            return ListCoverageResponse.newBuilder()
                    .setStoryId(story.id)
                    .addAllCoverages(page.items().stream()
                            .map(row -> CoverageMessages.toProto(viewer.count(row.sources), row.asOfTime, gapRule))
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
