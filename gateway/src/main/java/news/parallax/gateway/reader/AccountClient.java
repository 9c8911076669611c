package news.parallax.gateway.reader;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.parallax.catalog.v1.ApiKeyScope;
import news.parallax.catalog.v1.ChangePasswordRequest;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.DeleteSessionRequest;
import news.parallax.catalog.v1.DeleteSessionsRequest;
import news.parallax.catalog.v1.ExportReaderRequest;
import news.parallax.catalog.v1.ExportReaderResponse;
import news.parallax.catalog.v1.ListApiKeysRequest;
import news.parallax.catalog.v1.ListSessionsRequest;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.RevokeApiKeyRequest;
import news.parallax.catalog.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import news.parallax.catalog.v1.UpdatePreferencesRequest;
import news.parallax.gateway.access.ReaderMessages;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog for the account of a reader, and changes it. */
@Singleton
class AccountClient {
    private final ReaderServiceBlockingStub readers;
    private final SessionServiceBlockingStub sessions;
    private final CatalogCalls calls;
    private final ReaderMessages messages;

    AccountClient(
            @GrpcClient("catalog") ReaderServiceBlockingStub readers,
            @GrpcClient("catalog") SessionServiceBlockingStub sessions,
            CatalogCalls calls,
            ReaderMessages messages) {
        this.readers = readers;
        this.sessions = sessions;
        this.calls = calls;
        this.messages = messages;
    }

    ReaderView updatePreferences(String readerId, String name, String language, String edition) {
        var request = UpdatePreferencesRequest.newBuilder()
                .setReaderId(readerId)
                .setName(name)
                .setLanguage(language)
                .setEdition(edition)
                .build();
        return messages.toView(
                calls.read(readers, stub -> stub.updatePreferences(request)).getReader());
    }

    /** Replaces the password, which ends all sessions. */
    void changePassword(String readerId, String current, String next) {
        var request = ChangePasswordRequest.newBuilder()
                .setReaderId(readerId)
                .setCurrentPassword(current)
                .setNewPassword(next)
                .build();
        calls.once(readers, stub -> stub.changePassword(request));
    }

    KeyListView keys(String readerId, int limit, String cursor) {
        var request = ListApiKeysRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        return AccountMessages.toKeys(calls.read(readers, stub -> stub.listApiKeys(request)));
    }

    NewKeyView createKey(String readerId, String name, boolean personal) {
        var request = CreateApiKeyRequest.newBuilder()
                .setReaderId(readerId)
                .setName(name)
                .setScope(personal ? ApiKeyScope.API_KEY_SCOPE_PERSONAL : ApiKeyScope.API_KEY_SCOPE_READ)
                .build();
        return AccountMessages.toNewKey(calls.once(readers, stub -> stub.createApiKey(request)));
    }

    void revokeKey(String readerId, String keyId) {
        var request = RevokeApiKeyRequest.newBuilder()
                .setReaderId(readerId)
                .setApiKeyId(keyId)
                .build();
        calls.once(readers, stub -> stub.revokeApiKey(request));
    }

    SessionListView sessions(String readerId, Optional<String> current, int limit, String cursor) {
        var request = ListSessionsRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        return AccountMessages.toSessions(calls.read(sessions, stub -> stub.listSessions(request)), current);
    }

    void endSession(String readerId, String sessionId) {
        var request = DeleteSessionRequest.newBuilder()
                .setReaderId(readerId)
                .setSessionId(sessionId)
                .build();
        calls.once(sessions, stub -> stub.deleteSession(request));
    }

    /** Ends all sessions but one, if one is named. */
    void endSessions(String readerId, Optional<String> but) {
        var request = DeleteSessionsRequest.newBuilder()
                .setReaderId(readerId)
                .setExceptSessionId(but.orElse(""))
                .build();
        calls.read(sessions, stub -> stub.deleteSessions(request));
    }

    /** Streams everything that is known of the reader, a line of JSON each. */
    Stream<String> export(String readerId) {
        var request = ExportReaderRequest.newBuilder().setReaderId(readerId).build();
        Iterator<ExportReaderResponse> parts = calls.stream(readers, stub -> stub.exportReader(request));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(parts, Spliterator.ORDERED), false)
                .map(AccountMessages::toLine);
    }

    void delete(String readerId) {
        var request = DeleteReaderRequest.newBuilder().setReaderId(readerId).build();
        calls.once(readers, stub -> stub.deleteReader(request));
    }
}
