package news.parallax.clusterer.catalog;

import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.ListPlacementsRequest;
import news.parallax.catalog.v1.ListPlacementsResponse;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.catalog.StoryMessages.ChangedStories;
import news.parallax.clusterer.story.Placement;
import news.parallax.clusterer.story.StoryChange;

/** Tells the catalog which articles belong in other stories, and asks what editors decided. Safe for many threads. */
@Singleton
public final class RegroupingClient {

    /** Changes made in one transaction, during which nobody else writes to the catalog. */
    private static final int CHANGES_A_CALL = 200;

    /** As many as the catalog gives. */
    private static final int PLACEMENTS_A_PAGE = 200;

    private final StoryClient stories;
    private final ClustererConfig config;

    RegroupingClient(StoryClient stories, ClustererConfig config) {
        this.stories = stories;
        this.config = config;
    }

    /**
     * Changes which articles are in which story, all in one transaction unless they are very many. What the catalog refuses
     * is left out. Tries again while the catalog is away: doing it twice equals doing it once.
     *
     * @return the changes made
     * @throws CatalogFailure if it stays away; what was made is not known then
     */
    public List<StoryChange> consolidate(List<StoryChange> changes) {
        List<StoryChange> made = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(from + CHANGES_A_CALL, changes.size());
            made.addAll(consolidate(changes.subList(from, to), to < changes.size()));
            from = to;
        } while (from < changes.size());
        return made;
    }

    private List<StoryChange> consolidate(List<StoryChange> changes, boolean partial) {
        List<StoryChange> left = new ArrayList<>(changes);
        while (true) {
            ConsolidateStoriesRequest request = StoryMessages.toRequest(left, partial);
            try {
                stories.patiently(calls -> calls.consolidateStories(request));
                return left;
            } catch (StatusRuntimeException e) {
                CatalogFailure failure = CatalogFailure.of(e);
                Optional<Integer> refused = StoryClient.errorInfo(e)
                        .filter(info -> info.containsMetadata("change"))
                        .map(info -> Integer.valueOf(info.getMetadataOrThrow("change")));
                if (failure.isPassing()) {
                    throw failure;
                }
                if (refused.isEmpty()) {
                    Log.errorf(e, "stories not changed changes=%d", left.size());
                    return List.of();
                }
                Log.warnf(
                        "story not changed %s reason=%s",
                        left.remove((int) refused.get()), e.getStatus().getDescription());
            }
        }
    }

    /**
     * Returns the latest changes of stories, whoever made them; the newest first, as far as they may be of one transaction.
     *
     * @throws CatalogFailure if the catalog stays away or fails otherwise
     */
    public List<ChangedStories> latestChanges() {
        var request =
                ListStoryEventsRequest.newBuilder().setPageSize(CHANGES_A_CALL).build();
        try {
            List<ChangedStories> changes =
                    stories.patiently(calls -> calls.listStoryEvents(request)).getEventsList().stream()
                            .map(StoryMessages::toChangedStories)
                            .toList();
            return changes.stream()
                    .takeWhile(change -> change.time()
                            .isAfter(changes.getFirst()
                                    .time()
                                    .minus(config.catalog().deadline())))
                    .toList();
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }

    /**
     * Reads what editors decided after an event, those decided first first, some at a time.
     *
     * @return the event of the latest decision; {@code eventId} if there was none
     * @throws CatalogFailure if the catalog stays away or fails otherwise
     */
    public String placementsAfter(String eventId, Consumer<List<Placement>> reader) {
        String last = eventId;
        var request =
                ListPlacementsRequest.newBuilder().setAfterEventId(eventId).setPageSize(PLACEMENTS_A_PAGE);
        try {
            do {
                ListPlacementsResponse page = stories.patiently(calls -> calls.listPlacements(request.build()));
                reader.accept(page.getPlacementsList().stream()
                        .map(StoryMessages::toPlacement)
                        .toList());
                if (page.getPlacementsCount() > 0) {
                    last = page.getPlacementsList().getLast().getEventId();
                }
                request.setPageToken(page.getNextPageToken());
            } while (!request.getPageToken().isEmpty());
            return last;
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }
}
