package news.parallax.gateway.desk;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.ListReadersRequest;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.SetPlanRequest;
import news.parallax.gateway.access.ReaderMessages;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;

/** Asks the catalog for its readers and changes their plans. */
@Singleton
class DirectoryClient {
    private final ReaderServiceBlockingStub readers;
    private final CatalogCalls calls;
    private final ReaderMessages messages;

    DirectoryClient(
            @GrpcClient("catalog") ReaderServiceBlockingStub readers, CatalogCalls calls, ReaderMessages messages) {
        this.readers = readers;
        this.calls = calls;
        this.messages = messages;
    }

    /** Returns a page of readers whose id, name or address begins so. */
    DirectoryView list(String prefix, int limit, String cursor) {
        var request = ListReadersRequest.newBuilder()
                .setPrefix(prefix)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        var found = calls.read(readers, stub -> stub.listReaders(request));
        return new DirectoryView(
                found.getReadersList().stream().map(messages::toView).toList(), Cursors.next(found.getNextPageToken()));
    }

    /** Changes what a reader may see; the catalog adds it to the audit trail. Returns the reader. */
    ReaderView setPlan(String readerId, ReaderPlan plan, String operatorId) {
        var request = SetPlanRequest.newBuilder()
                .setReaderId(readerId)
                .setPlan(ReaderMessages.toProto(plan))
                .setActorId(operatorId)
                .build();
        return messages.toView(
                calls.read(readers, stub -> stub.setPlan(request)).getReader());
    }
}
