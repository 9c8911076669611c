package news.parallax.gateway.reader;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.DeleteRatingOverrideRequest;
import news.parallax.catalog.v1.DeleteReadingsRequest;
import news.parallax.catalog.v1.GetReadingBalanceRequest;
import news.parallax.catalog.v1.ListRatingOverridesRequest;
import news.parallax.catalog.v1.ListReadingsRequest;
import news.parallax.catalog.v1.ListSavedStoriesRequest;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.SaveStoryRequest;
import news.parallax.catalog.v1.UnsaveStoryRequest;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.RatingMessages;

/** Asks the catalog what readers saved, rate otherwise and read, and changes it. What is not in the catalog is NOT_FOUND. */
@Singleton
class ShelfClient {
    private final ReaderServiceBlockingStub readers;
    private final CatalogCalls calls;

    ShelfClient(@GrpcClient("catalog") ReaderServiceBlockingStub readers, CatalogCalls calls) {
        this.readers = readers;
        this.calls = calls;
    }

    SavedListView saved(String readerId, int limit, String cursor) {
        var request = ListSavedStoriesRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        return ShelfMessages.toSaved(calls.read(readers, stub -> stub.listSavedStories(request)));
    }

    void save(String readerId, String storyId) {
        var request = SaveStoryRequest.newBuilder()
                .setReaderId(readerId)
                .setStoryId(storyId)
                .build();
        calls.read(readers, stub -> stub.saveStory(request));
    }

    void unsave(String readerId, String storyId) {
        var request = UnsaveStoryRequest.newBuilder()
                .setReaderId(readerId)
                .setStoryId(storyId)
                .build();
        calls.read(readers, stub -> stub.unsaveStory(request));
    }

    OverrideListView overrides(String readerId, int limit, String cursor) {
        var request = ListRatingOverridesRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        return ShelfMessages.toOverrides(calls.read(readers, stub -> stub.listRatingOverrides(request)));
    }

    OverrideView override(String readerId, String sourceId, BiasLabel bias) {
        var request = UpdateRatingOverrideRequest.newBuilder()
                .setReaderId(readerId)
                .setRatingOverride(
                        RatingOverride.newBuilder().setSourceId(sourceId).setBias(RatingMessages.toProto(bias)))
                .build();
        return ShelfMessages.toOverride(
                calls.read(readers, stub -> stub.updateRatingOverride(request)).getRatingOverride());
    }

    void removeOverride(String readerId, String sourceId) {
        var request = DeleteRatingOverrideRequest.newBuilder()
                .setReaderId(readerId)
                .setSourceId(sourceId)
                .build();
        calls.read(readers, stub -> stub.deleteRatingOverride(request));
    }

    ReadingListView readings(String readerId, int limit, String cursor) {
        var request = ListReadingsRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        return ShelfMessages.toReadings(calls.read(readers, stub -> stub.listReadings(request)));
    }

    void readStory(String readerId, String storyId) {
        record(RecordReadingRequest.newBuilder().setReaderId(readerId).setStoryId(storyId));
    }

    void readArticle(String readerId, String articleId) {
        record(RecordReadingRequest.newBuilder().setReaderId(readerId).setArticleId(articleId));
    }

    private void record(RecordReadingRequest.Builder request) {
        calls.read(readers, stub -> stub.recordReading(request.build()));
    }

    /** Forgets what was read in that time, of that story if one is named; returns how much it was. */
    int forget(String readerId, String storyId, Period period) {
        var request = DeleteReadingsRequest.newBuilder().setReaderId(readerId).setStoryId(storyId);
        if (period.from() != null) {
            request.setFromTime(Times.toProto(period.from()));
        }
        if (period.to() != null) {
            request.setToTime(Times.toProto(period.to()));
        }
        return calls.read(readers, stub -> stub.deleteReadings(request.build())).getDeletedCount();
    }

    BalanceView balance(String readerId, Period period) {
        var request = GetReadingBalanceRequest.newBuilder().setReaderId(readerId);
        if (period.from() != null) {
            request.setFromTime(Times.toProto(period.from()));
        }
        if (period.to() != null) {
            request.setToTime(Times.toProto(period.to()));
        }
        return ShelfMessages.toBalance(calls.read(readers, stub -> stub.getReadingBalance(request.build()))
                .getBalance());
    }
}
