package news.parallax.gateway.desk;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import news.parallax.gateway.catalog.CatalogCalls;

/** Corrects groupings at the catalog, in an editor's name. What cannot be done is a StatusRuntimeException. */
@Singleton
class CorrectionClient {
    private final StoryServiceBlockingStub stories;
    private final CatalogCalls calls;

    CorrectionClient(@GrpcClient("catalog") StoryServiceBlockingStub stories, CatalogCalls calls) {
        this.stories = stories;
        this.calls = calls;
    }

    /** Makes stories part of another one. */
    void merge(String storyId, List<String> mergedIds, String reason, String editor) {
        var request = MergeStoriesRequest.newBuilder()
                .setStoryId(storyId)
                .addAllMergedStoryIds(mergedIds)
                .setReason(reason)
                .setActor(editor)
                .build();
        calls.once(stories, stub -> stub.mergeStories(request));
    }

    /** Makes a new story of articles. */
    void split(String storyId, String newStoryId, List<String> articleIds, String reason, String editor) {
        var request = SplitStoryRequest.newBuilder()
                .setStoryId(storyId)
                .setNewStoryId(newStoryId)
                .addAllArticleIds(articleIds)
                .setReason(reason)
                .setActor(editor)
                .build();
        calls.once(stories, stub -> stub.splitStory(request));
    }

    /** Puts articles into a story. */
    void move(String storyId, List<String> articleIds, String reason, String editor) {
        var request = MoveArticlesRequest.newBuilder()
                .setStoryId(storyId)
                .addAllArticleIds(articleIds)
                .setReason(reason)
                .setActor(editor)
                .build();
        calls.once(stories, stub -> stub.moveArticles(request));
    }

    /** Takes back a merge, split or move. */
    void undo(String eventId, String reason, String editor) {
        var request = UndoStoryEventRequest.newBuilder()
                .setEventId(eventId)
                .setReason(reason)
                .setActor(editor)
                .build();
        calls.read(stories, stub -> stub.undoStoryEvent(request));
    }
}
