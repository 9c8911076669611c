package news.parallax.gateway.reader;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.CreateFollowRequest;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.DeleteFollowRequest;
import news.parallax.catalog.v1.DeleteMuteRequest;
import news.parallax.catalog.v1.ListFollowsRequest;
import news.parallax.catalog.v1.ListMutesRequest;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog what readers follow and mute, and changes it. What is not in the catalog is NOT_FOUND. */
@Singleton
class MarkClient {
    private final ReaderServiceBlockingStub readers;
    private final CatalogCalls calls;

    MarkClient(@GrpcClient("catalog") ReaderServiceBlockingStub readers, CatalogCalls calls) {
        this.readers = readers;
        this.calls = calls;
    }

    MarkListView follows(String readerId, int limit, String cursor) {
        var request = ListFollowsRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        var found = calls.read(readers, stub -> stub.listFollows(request));
        return MarkMessages.toView(found.getFollowsList(), found.getNextPageToken());
    }

    void follow(String readerId, TargetKind kind, String id) {
        var request = CreateFollowRequest.newBuilder()
                .setReaderId(readerId)
                .setTarget(MarkMessages.toProto(kind, id))
                .build();
        calls.read(readers, stub -> stub.createFollow(request));
    }

    void unfollow(String readerId, TargetKind kind, String id) {
        var request = DeleteFollowRequest.newBuilder()
                .setReaderId(readerId)
                .setTarget(MarkMessages.toProto(kind, id))
                .build();
        calls.read(readers, stub -> stub.deleteFollow(request));
    }

    MarkListView mutes(String readerId, int limit, String cursor) {
        var request = ListMutesRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        var found = calls.read(readers, stub -> stub.listMutes(request));
        return MarkMessages.toView(found.getMutesList(), found.getNextPageToken());
    }

    void mute(String readerId, TargetKind kind, String id) {
        var request = CreateMuteRequest.newBuilder()
                .setReaderId(readerId)
                .setTarget(MarkMessages.toProto(kind, id))
                .build();
        calls.read(readers, stub -> stub.createMute(request));
    }

    void unmute(String readerId, TargetKind kind, String id) {
        var request = DeleteMuteRequest.newBuilder()
                .setReaderId(readerId)
                .setTarget(MarkMessages.toProto(kind, id))
                .build();
        calls.read(readers, stub -> stub.deleteMute(request));
    }
}
