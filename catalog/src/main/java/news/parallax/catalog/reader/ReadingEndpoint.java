package news.parallax.catalog.reader;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReadingRepository.Line;
import news.parallax.catalog.reader.ReadingRepository.Period;
import news.parallax.catalog.v1.DeleteReadingsRequest;
import news.parallax.catalog.v1.DeleteReadingsResponse;
import news.parallax.catalog.v1.GetReadingBalanceRequest;
import news.parallax.catalog.v1.GetReadingBalanceResponse;
import news.parallax.catalog.v1.ListReadingsRequest;
import news.parallax.catalog.v1.ListReadingsResponse;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.RecordReadingResponse;

/** What readers read. */
@Singleton
class ReadingEndpoint {
    private final Calls calls;
    private final Readings readings;
    private final ReadingRepository stored;
    private final ReaderRepository readers;

    ReadingEndpoint(Calls calls, Readings readings, ReadingRepository stored, ReaderRepository readers) {
        this.calls = calls;
        this.readings = readings;
        this.stored = stored;
        this.readers = readers;
    }

    Uni<RecordReadingResponse> recordReading(RecordReadingRequest request) {
        return calls.runInTransaction(() -> {
            switch (request.getReadCase()) {
                case STORY_ID -> readings.recordStory(request.getReaderId(), request.getStoryId());
                case ARTICLE_ID -> readings.recordArticle(request.getReaderId(), request.getArticleId());
                case READ_NOT_SET ->
                    throw new Invalid("READING_REQUIRED", "There is neither a story nor an article", Map.of());
            }
            return RecordReadingResponse.getDefaultInstance();
        });
    }

    Uni<ListReadingsResponse> listReadings(ListReadingsRequest request) {
        return calls.runInTransaction(() -> {
            ReaderEntity reader = readers.require(request.getReaderId());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "readings", reader.id);
            Page<Line> page = stored.page(pageRequest, reader.id);
            return ListReadingsResponse.newBuilder()
                    .addAllReadings(page.items().stream()
                            .map(BelongingMessages::toProto)
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<DeleteReadingsResponse> deleteReadings(DeleteReadingsRequest request) {
        return calls.runInTransaction(() -> {
            Period period = BelongingMessages.toPeriod(
                    request.hasFromTime(), request.getFromTime(), request.hasToTime(), request.getToTime());
            Optional<String> storyId = Optional.of(request.getStoryId()).filter(id -> !id.isEmpty());
            return DeleteReadingsResponse.newBuilder()
                    .setDeletedCount(readings.forget(request.getReaderId(), period, storyId))
                    .build();
        });
    }

    Uni<GetReadingBalanceResponse> getReadingBalance(GetReadingBalanceRequest request) {
        return calls.runInTransaction(() -> {
            Period period = BelongingMessages.toPeriod(
                    request.hasFromTime(), request.getFromTime(), request.hasToTime(), request.getToTime());
            return GetReadingBalanceResponse.newBuilder()
                    .setBalance(BelongingMessages.toProto(readings.balance(request.getReaderId(), period)))
                    .build();
        });
    }
}
