package news.parallax.gateway.history;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.v1.ListCoverageRequest;
import news.parallax.catalog.v1.ListCoverageResponse;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.ListStoryEventsResponse;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;
import org.jspecify.annotations.Nullable;

/** Asks the catalog how stories came to be as they are. For a story it has not got, each call fails with NOT_FOUND. */
@Singleton
public class HistoryClient {
    private final StoryServiceBlockingStub stories;
    private final CatalogCalls calls;
    private final Visit visit;

    HistoryClient(@GrpcClient("catalog") StoryServiceBlockingStub stories, CatalogCalls calls, Visit visit) {
        this.stories = stories;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns a page of changes, newest first: of one story, where the id of a merged one stands for itself, or of all. */
    public StoryEventListView events(String storyId, int limit, String cursor) {
        var request = ListStoryEventsRequest.newBuilder()
                .setStoryId(storyId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        ListStoryEventsResponse response = storyId.isEmpty()
                ? calls.read(stories, stub -> stub.listStoryEvents(request))
                : calls.readOf(_ -> List.of(storyId), stories, stub -> stub.listStoryEvents(request));
        return new StoryEventListView(
                response.getEventsList().stream().map(HistoryMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }

    /** Returns a page of the series of coverage, earliest first. */
    public CoverageHistoryView coverage(
            String storyId, @Nullable Instant from, @Nullable Instant to, int limit, String cursor) {
        var request = ListCoverageRequest.newBuilder()
                .setStoryId(storyId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .setReaderId(visit.reader().id());
        if (from != null) {
            request.setFromTime(Times.toProto(from));
        }
        if (to != null) {
            request.setUntilTime(Times.toProto(to));
        }
        ListCoverageResponse response = calls.readOf(
                found -> List.of(storyId, found.getStoryId()), stories, stub -> stub.listCoverage(request.build()));
        return new CoverageHistoryView(
                response.getStoryId(),
                response.getCoveragesList().stream()
                        .map(HistoryMessages::toView)
                        .toList(),
                Cursors.next(response.getNextPageToken()),
                Map.of());
    }
}
