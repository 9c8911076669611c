package news.parallax.catalog.reader;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.v1.DeleteRatingOverrideRequest;
import news.parallax.catalog.v1.DeleteRatingOverrideResponse;
import news.parallax.catalog.v1.ListRatingOverridesRequest;
import news.parallax.catalog.v1.ListRatingOverridesResponse;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateRatingOverrideResponse;

/** What readers hold the bias of sources to be. */
@Singleton
class RatingOverrideEndpoint {
    private final Calls calls;
    private final RatingOverrides overrides;
    private final RatingOverrideRepository stored;
    private final ReaderRepository readers;
    private final BelongingMessages messages;

    RatingOverrideEndpoint(
            Calls calls,
            RatingOverrides overrides,
            RatingOverrideRepository stored,
            ReaderRepository readers,
            BelongingMessages messages) {
        this.calls = calls;
        this.overrides = overrides;
        this.stored = stored;
        this.readers = readers;
        this.messages = messages;
    }

    Uni<UpdateRatingOverrideResponse> updateRatingOverride(UpdateRatingOverrideRequest request) {
        return calls.runInTransaction(() -> {
            RatingOverride wanted = request.getRatingOverride();
            RatingOverrideEntity override = overrides.set(
                    request.getReaderId(), wanted.getSourceId(), BelongingMessages.toStep(wanted.getBias()));
            return UpdateRatingOverrideResponse.newBuilder()
                    .setRatingOverride(messages.toOverrides(List.of(override)).getFirst())
                    .build();
        });
    }

    Uni<DeleteRatingOverrideResponse> deleteRatingOverride(DeleteRatingOverrideRequest request) {
        return calls.runInTransaction(() -> {
            overrides.delete(request.getReaderId(), request.getSourceId());
            return DeleteRatingOverrideResponse.getDefaultInstance();
        });
    }

    Uni<ListRatingOverridesResponse> listRatingOverrides(ListRatingOverridesRequest request) {
        return calls.runInTransaction(() -> {
            ReaderEntity reader = readers.require(request.getReaderId());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "overrides", reader.id);
            Page<RatingOverrideEntity> page = stored.page(pageRequest, reader.id);
            return ListRatingOverridesResponse.newBuilder()
                    .addAllRatingOverrides(messages.toOverrides(page.items()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
