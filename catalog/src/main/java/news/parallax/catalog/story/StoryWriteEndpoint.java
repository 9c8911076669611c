package news.parallax.catalog.story;

import static news.parallax.catalog.story.RecordLimits.checkSize;

import com.google.protobuf.FieldMask;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.trace.ArticleSpans;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesResponse;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.catalog.v1.UpdateStoryResponse;

/** Takes articles and what stories say. */
@Singleton
class StoryWriteEndpoint {
    private static final int RECORDS_LIMIT = 500;

    private final Calls calls;
    private final StoryRecorder recorder;
    private final StoredStoryMessages stored;

    StoryWriteEndpoint(Calls calls, StoryRecorder recorder, StoredStoryMessages stored) {
        this.calls = calls;
        this.recorder = recorder;
        this.stored = stored;
    }

    Uni<RecordArticlesResponse> recordArticles(RecordArticlesRequest request) {
        return calls.run(() -> {
            checkSize("articles", request.getArticlesCount(), RECORDS_LIMIT);
            checkSize("stories", request.getStoriesCount(), RECORDS_LIMIT);
            List<StoryRecorder.Draft> drafts = request.getArticlesList().stream()
                    .map(StoryMessages::toDraft)
                    .toList();
            List<StoryDigestDraft> digests = request.getStoriesList().stream()
                    .map(digest -> StoryMessages.toDraft(digest, FieldMask.getDefaultInstance()))
                    .toList();
            List<StoryRecorder.Receipt> receipts =
                    ArticleSpans.around(StoryMessages.traced(request), () -> recorder.record(drafts, digests));
            return RecordArticlesResponse.newBuilder()
                    .addAllReceipts(
                            receipts.stream().map(StoryMessages::toProto).toList())
                    .build();
        });
    }

    Uni<UpdateStoryResponse> updateStory(UpdateStoryRequest request) {
        return calls.runInTransaction(() -> {
            Set<String> paths = StoryMessages.paths(request.getUpdateMask());
            StoryEntity story = recorder.update(
                    StoryMessages.toDraft(request.getStory(), request.getUpdateMask()),
                    paths.contains("title"),
                    paths.contains("summary"),
                    request.getAllowMissing());
            return UpdateStoryResponse.newBuilder()
                    .setStory(stored.toProto(List.of(story)).getFirst())
                    .build();
        });
    }
}
