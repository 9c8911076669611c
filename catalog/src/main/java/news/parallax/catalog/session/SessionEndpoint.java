package news.parallax.catalog.session;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderMessages;
import news.parallax.catalog.reader.ReaderRepository;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.CreateSessionResponse;
import news.parallax.catalog.v1.DeleteSessionRequest;
import news.parallax.catalog.v1.DeleteSessionResponse;
import news.parallax.catalog.v1.DeleteSessionsRequest;
import news.parallax.catalog.v1.DeleteSessionsResponse;
import news.parallax.catalog.v1.ListSessionsRequest;
import news.parallax.catalog.v1.ListSessionsResponse;
import news.parallax.catalog.v1.LookupSessionRequest;
import news.parallax.catalog.v1.LookupSessionResponse;
import news.parallax.catalog.v1.SessionService;

/** Sessions, over gRPC. */
@GrpcService
public class SessionEndpoint implements SessionService {
    private final Calls calls;
    private final Sessions sessions;
    private final SessionRepository stored;
    private final ReaderRepository readers;
    private final InstantSource clock;

    SessionEndpoint(
            Calls calls, Sessions sessions, SessionRepository stored, ReaderRepository readers, InstantSource clock) {
        this.calls = calls;
        this.sessions = sessions;
        this.stored = stored;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public Uni<CreateSessionResponse> createSession(CreateSessionRequest request) {
        return calls.runInTransaction(() -> {
            Sessions.Made made = sessions.create(
                    request.getReaderId(),
                    SessionMessages.expireTime(request),
                    SessionMessages.client(request.getClient()));
            return CreateSessionResponse.newBuilder()
                    .setSession(SessionMessages.toProto(made.session()))
                    .setSecret(made.secret())
                    .build();
        });
    }

    @Override
    public Uni<LookupSessionResponse> lookupSession(LookupSessionRequest request) {
        return calls.runInTransaction(() -> {
            SessionEntity session = sessions.use(SessionMessages.hash(request.getTokenHash()));
            return LookupSessionResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(session.reader))
                    .setSession(SessionMessages.toProto(session))
                    .build();
        });
    }

    @Override
    public Uni<ListSessionsResponse> listSessions(ListSessionsRequest request) {
        return calls.runInTransaction(() -> {
            ReaderEntity reader = readers.require(request.getReaderId());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "sessions", reader.id);
            Page<SessionEntity> page = stored.page(pageRequest, reader, clock.instant());
            return ListSessionsResponse.newBuilder()
                    .addAllSessions(
                            page.items().stream().map(SessionMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<DeleteSessionResponse> deleteSession(DeleteSessionRequest request) {
        return calls.runInTransaction(() -> {
            sessions.delete(request.getReaderId(), request.getSessionId());
            return DeleteSessionResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<DeleteSessionsResponse> deleteSessions(DeleteSessionsRequest request) {
        return calls.runInTransaction(() -> DeleteSessionsResponse.newBuilder()
                .setDeletedCount(sessions.deleteExcept(request.getReaderId(), request.getExceptSessionId()))
                .build());
    }
}
