package news.parallax.gateway.reader;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.Optional;
import news.parallax.catalog.v1.ApiKey;
import news.parallax.catalog.v1.ApiKeyScope;
import news.parallax.catalog.v1.CreateApiKeyResponse;
import news.parallax.catalog.v1.ExportReaderResponse;
import news.parallax.catalog.v1.ListApiKeysResponse;
import news.parallax.catalog.v1.ListSessionsResponse;
import news.parallax.catalog.v1.Session;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;

/** Keys, sessions and exports of readers, as views. */
final class AccountMessages {
    private static final JsonFormat.Printer LINE = JsonFormat.printer().omittingInsignificantWhitespace();

    private AccountMessages() {}

    static KeyListView toKeys(ListApiKeysResponse found) {
        return new KeyListView(
                found.getApiKeysList().stream().map(AccountMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
    }

    static NewKeyView toNewKey(CreateApiKeyResponse made) {
        return new NewKeyView(toView(made.getApiKey()), made.getSecret());
    }

    private static KeyView toView(ApiKey key) {
        return new KeyView(
                key.getId(),
                key.getName(),
                key.getScope() == ApiKeyScope.API_KEY_SCOPE_PERSONAL ? "personal" : "read",
                Times.of(key.getCreateTime()),
                Times.orNull(key.getLastUseTime()),
                Times.orNull(key.getExpireTime()));
    }

    static SessionListView toSessions(ListSessionsResponse found, Optional<String> current) {
        return new SessionListView(
                found.getSessionsList().stream()
                        .map(session -> toView(session, current))
                        .toList(),
                Cursors.next(found.getNextPageToken()));
    }

    private static SessionView toView(Session session, Optional<String> current) {
        return new SessionView(
                session.getId(),
                session.getClient(),
                Times.of(session.getCreateTime()),
                Times.of(session.getLastUseTime()),
                Times.of(session.getExpireTime()),
                current.filter(session.getId()::equals).isPresent());
    }

    /** Returns the record as a line of JSON. */
    static String toLine(ExportReaderResponse part) {
        try {
            return LINE.print(part.getRecord());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("only messages with Any fail to print", e);
        }
    }
}
