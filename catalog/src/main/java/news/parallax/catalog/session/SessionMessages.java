package news.parallax.catalog.session;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderRecordMessages;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.ReaderRecord;
import news.parallax.catalog.v1.Session;

/** Sessions on the wire. */
@Singleton
@Priority(3)
class SessionMessages implements ReaderRecordMessages {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int CLIENT_LIMIT = 200;

    private final SessionRepository sessions;
    private final InstantSource clock;

    SessionMessages(SessionRepository sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Stream<ReaderRecord> of(ReaderEntity reader) {
        Instant now = clock.instant();
        return PageRequest.all(2, page -> sessions.page(page, reader, now))
                .map(session ->
                        ReaderRecord.newBuilder().setSession(toProto(session)).build());
    }

    static Session toProto(SessionEntity row) {
        return Session.newBuilder()
                .setId(row.id)
                .setCreateTime(TimeMessages.toProto(row.createTime))
                .setLastUseTime(TimeMessages.toProto(row.lastUseTime))
                .setExpireTime(TimeMessages.toProto(row.expireTime))
                .setClient(row.client)
                .build();
    }

    static Instant expireTime(CreateSessionRequest request) {
        if (!request.hasExpireTime()) {
            throw new Invalid("EXPIRE_TIME_INVALID", "expire_time is not set", Map.of());
        }
        return TimeMessages.toInstant(request.getExpireTime());
    }

    static String client(String client) {
        if (client.length() > CLIENT_LIMIT || client.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid(
                    "CLIENT_INVALID",
                    "client has more than %d characters, or control characters".formatted(CLIENT_LIMIT),
                    Map.of("client", client, "limit", String.valueOf(CLIENT_LIMIT)));
        }
        return client;
    }

    static String hash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new Invalid(
                    "TOKEN_HASH_INVALID", "token_hash=%s is no hash".formatted(hash), Map.of("token_hash", hash));
        }
        return hash;
    }
}
