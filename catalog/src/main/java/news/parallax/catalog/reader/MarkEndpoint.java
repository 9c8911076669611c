package news.parallax.catalog.reader;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.v1.CreateFollowRequest;
import news.parallax.catalog.v1.CreateFollowResponse;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.CreateMuteResponse;
import news.parallax.catalog.v1.DeleteFollowRequest;
import news.parallax.catalog.v1.DeleteFollowResponse;
import news.parallax.catalog.v1.DeleteMuteRequest;
import news.parallax.catalog.v1.DeleteMuteResponse;
import news.parallax.catalog.v1.ListFollowsRequest;
import news.parallax.catalog.v1.ListFollowsResponse;
import news.parallax.catalog.v1.ListMutesRequest;
import news.parallax.catalog.v1.ListMutesResponse;

/** What readers follow and mute. */
@Singleton
class MarkEndpoint {
    private static final TargetKey.Kind[] FOLLOWED = {TargetKey.Kind.SOURCE, TargetKey.Kind.SUBJECT};
    private static final TargetKey.Kind[] MUTED = TargetKey.Kind.values();

    private final Calls calls;
    private final Marks marks;
    private final MarkRepository stored;
    private final ReaderRepository readers;
    private final BelongingMessages messages;

    MarkEndpoint(
            Calls calls, Marks marks, MarkRepository stored, ReaderRepository readers, BelongingMessages messages) {
        this.calls = calls;
        this.marks = marks;
        this.stored = stored;
        this.readers = readers;
        this.messages = messages;
    }

    Uni<CreateFollowResponse> createFollow(CreateFollowRequest request) {
        return calls.runInTransaction(() -> {
            TargetKey target = BelongingMessages.toKey(request.getTarget(), FOLLOWED);
            MarkEntity mark = marks.create(request.getReaderId(), MarkEntity.Kind.FOLLOW, target);
            return CreateFollowResponse.newBuilder()
                    .setFollow(messages.toProto(List.of(mark)).getFirst())
                    .build();
        });
    }

    Uni<DeleteFollowResponse> deleteFollow(DeleteFollowRequest request) {
        return calls.runInTransaction(() -> {
            TargetKey target = BelongingMessages.toKey(request.getTarget(), FOLLOWED);
            marks.delete(request.getReaderId(), MarkEntity.Kind.FOLLOW, target);
            return DeleteFollowResponse.getDefaultInstance();
        });
    }

    Uni<ListFollowsResponse> listFollows(ListFollowsRequest request) {
        return calls.runInTransaction(() -> {
            Page<MarkEntity> page =
                    page(request.getReaderId(), MarkEntity.Kind.FOLLOW, request.getPageSize(), request.getPageToken());
            return ListFollowsResponse.newBuilder()
                    .addAllFollows(messages.toProto(page.items()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<CreateMuteResponse> createMute(CreateMuteRequest request) {
        return calls.runInTransaction(() -> {
            TargetKey target = BelongingMessages.toKey(request.getTarget(), MUTED);
            MarkEntity mark = marks.create(request.getReaderId(), MarkEntity.Kind.MUTE, target);
            return CreateMuteResponse.newBuilder()
                    .setMute(messages.toProto(List.of(mark)).getFirst())
                    .build();
        });
    }

    Uni<DeleteMuteResponse> deleteMute(DeleteMuteRequest request) {
        return calls.runInTransaction(() -> {
            TargetKey target = BelongingMessages.toKey(request.getTarget(), MUTED);
            marks.delete(request.getReaderId(), MarkEntity.Kind.MUTE, target);
            return DeleteMuteResponse.getDefaultInstance();
        });
    }

    Uni<ListMutesResponse> listMutes(ListMutesRequest request) {
        return calls.runInTransaction(() -> {
            Page<MarkEntity> page =
                    page(request.getReaderId(), MarkEntity.Kind.MUTE, request.getPageSize(), request.getPageToken());
            return ListMutesResponse.newBuilder()
                    .addAllMutes(messages.toProto(page.items()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    private Page<MarkEntity> page(String readerId, MarkEntity.Kind kind, int pageSize, String pageToken) {
        ReaderEntity reader = readers.require(readerId);
        return stored.page(PageRequest.of(pageSize, pageToken, 2, kind, reader.id), reader.id, kind);
    }
}
