package news.parallax.gateway.account;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import news.parallax.catalog.v1.AuthenticateReaderRequest;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.DeleteSessionRequest;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.ReaderMessages;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.ReaderRole;
import news.parallax.gateway.catalog.CatalogCalls;

/** Lets readers in and out at the catalog. What it refuses is a StatusRuntimeException. */
@Singleton
class EntryClient {
    private static final int CLIENT_LENGTH = 200;

    private final ReaderServiceBlockingStub readers;
    private final SessionServiceBlockingStub sessions;
    private final CatalogCalls calls;
    private final InstantSource clock;
    private final GatewayConfig.Entry config;

    EntryClient(
            @GrpcClient("catalog") ReaderServiceBlockingStub readers,
            @GrpcClient("catalog") SessionServiceBlockingStub sessions,
            CatalogCalls calls,
            InstantSource clock,
            GatewayConfig config) {
        this.readers = readers;
        this.sessions = sessions;
        this.calls = calls;
        this.clock = clock;
        this.config = config.entry();
    }

    /** Returns the id of the reader of this address and password. */
    String authenticate(String email, String password) {
        var request = AuthenticateReaderRequest.newBuilder()
                .setEmail(email)
                .setPassword(password)
                .build();
        return calls.read(readers, stub -> stub.authenticateReader(request))
                .getReader()
                .getId();
    }

    /** Adds a reader of the free plan and returns their id. */
    String create(String email, String password, String name) {
        var request = CreateReaderRequest.newBuilder()
                .setEmail(email)
                .setPassword(password)
                .setName(name)
                .build();
        return calls.once(readers, stub -> stub.createReader(request))
                .getReader()
                .getId();
    }

    /** Adds a reader whom an identity provider vouches for, or changes name, plan and role. */
    void admit(String id, String name, ReaderPlan plan, ReaderRole role) {
        var request = UpdateReaderRequest.newBuilder()
                .setReader(Reader.newBuilder()
                        .setId(id)
                        .setName(name)
                        .setPlan(ReaderMessages.toProto(plan))
                        .setRole(ReaderMessages.toProto(role)))
                .build();
        calls.read(readers, stub -> stub.updateReader(request));
    }

    /** Makes a session for a browser and returns its secret. */
    String open(String readerId, String browser) {
        Instant end = clock.instant().plus(config.session());
        var request = CreateSessionRequest.newBuilder()
                .setReaderId(readerId)
                .setExpireTime(Timestamp.newBuilder().setSeconds(end.getEpochSecond()))
                .setClient(browser.substring(0, Math.min(browser.length(), CLIENT_LENGTH)))
                .build();
        return calls.once(sessions, stub -> stub.createSession(request)).getSecret();
    }

    /** Ends a session; nothing happens if it is over. */
    void close(String readerId, String sessionId) {
        var request = DeleteSessionRequest.newBuilder()
                .setReaderId(readerId)
                .setSessionId(sessionId)
                .build();
        calls.find(sessions, stub -> stub.deleteSession(request));
    }
}
