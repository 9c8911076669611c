package news.parallax.gateway.access;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.LookupSessionRequest;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog who somebody is. */
@Singleton
class ReaderClient {
    private final ReaderServiceBlockingStub readers;
    private final SessionServiceBlockingStub sessions;
    private final CatalogCalls calls;
    private final ReaderMessages messages;

    ReaderClient(
            @GrpcClient("catalog") ReaderServiceBlockingStub readers,
            @GrpcClient("catalog") SessionServiceBlockingStub sessions,
            CatalogCalls calls,
            ReaderMessages messages) {
        this.readers = readers;
        this.sessions = sessions;
        this.calls = calls;
        this.messages = messages;
    }

    /** Returns whose key it is; empty if nobody's. */
    Optional<Admission> ofKey(String hash) {
        var request = LookupReaderRequest.newBuilder().setApiKeyHash(hash).build();
        return calls.find(readers, stub -> stub.lookupReader(request)).map(messages::toAdmission);
    }

    /** Returns whose session it is; empty if nobody's, or if it is over. */
    Optional<Admission> ofSession(String hash) {
        var request = LookupSessionRequest.newBuilder().setTokenHash(hash).build();
        return calls.find(sessions, stub -> stub.lookupSession(request)).map(messages::toAdmission);
    }

    /** Adds the reader or changes name, plan and role, and makes the key theirs if there is one. */
    void update(String id, String name, ReaderPlan plan, ReaderRole role, String keyHash) {
        var request = UpdateReaderRequest.newBuilder()
                .setReader(Reader.newBuilder()
                        .setId(id)
                        .setName(name)
                        .setPlan(ReaderMessages.toProto(plan))
                        .setRole(ReaderMessages.toProto(role)))
                .setApiKeyHash(keyHash)
                .build();
        calls.read(readers, stub -> stub.updateReader(request));
    }
}
