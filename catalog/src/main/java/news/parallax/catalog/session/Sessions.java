package news.parallax.catalog.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.Rhythm;
import news.parallax.catalog.reader.ReaderEntity;
import news.parallax.catalog.reader.ReaderRepository;
import news.parallax.catalog.reader.Secrets;

/** Makes sessions, finds whose they are, and ends them. To be called in a transaction. */
@Singleton
class Sessions {
    private static final String PREFIX = "pls_";

    private final ReaderRepository readers;
    private final SessionRepository sessions;
    private final Secrets secrets;
    private final Rhythm rhythm;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    Sessions(
            ReaderRepository readers,
            SessionRepository sessions,
            Secrets secrets,
            Rhythm rhythm,
            CatalogConfig config,
            InstantSource clock) {
        this.readers = readers;
        this.sessions = sessions;
        this.secrets = secrets;
        this.rhythm = rhythm;
        this.config = config.reader();
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm.keep(Job.SESSION_SWEEP, this::sweep);
    }

    /** A session that was just made, and what opens it: known this once. */
    record Made(SessionEntity session, String secret) {}

    Made create(String readerId, Instant expires, String client) {
        Instant now = now();
        if (!expires.isAfter(now)) {
            throw new Invalid(
                    "EXPIRE_TIME_INVALID",
                    "expire_time %s is past".formatted(expires),
                    Map.of("expire_time", expires.toString()));
        }
        ReaderEntity reader = readers.requireLocked(readerId);
        String secret = secrets.secret(PREFIX);
        var session = new SessionEntity();
        session.hash = Secrets.hash(secret);
        session.reader = reader;
        session.id = secrets.id();
        session.createTime = now;
        session.lastUseTime = now;
        session.expireTime = earlier(expires, now.plus(config.sessionAgeMax()));
        session.client = client;
        sessions.persistAndFlush(session);
        sessions.deleteBeyond(reader, config.sessionsMax());
        return new Made(session, secret);
    }

    /** Returns the session of a hash and remembers its use; SESSION_UNKNOWN, or SESSION_EXPIRED. */
    SessionEntity use(String hash) {
        SessionEntity session = sessions.findByIdOptional(hash)
                .filter(found -> !found.outdated())
                .orElseThrow(() -> new NotFound(
                        "SESSION_UNKNOWN",
                        "No reader has the session with the hash %s".formatted(hash),
                        Map.of("token_hash", hash)));
        Instant now = now();
        if (!now.isBefore(session.expireTime)) {
            throw new NotFound(
                    "SESSION_EXPIRED",
                    "The session with the hash %s was good until %s".formatted(hash, session.expireTime),
                    Map.of("token_hash", hash, "expire_time", session.expireTime.toString()));
        }
        sessions.use(hash, now, now.minus(config.sessionUsePrecision()));
        return session;
    }

    void delete(String readerId, String sessionId) {
        if (!sessions.delete(readers.requireLocked(readerId), sessionId)) {
            throw new NotFound(
                    "SESSION_UNKNOWN",
                    "Reader %s has no session %s".formatted(readerId, sessionId),
                    Map.of("reader_id", readerId, "session_id", sessionId));
        }
    }

    int deleteExcept(String readerId, String sessionId) {
        return sessions.deleteExcept(readers.requireLocked(readerId), sessionId);
    }

    long sweep() {
        return QuarkusTransaction.requiringNew().call(() -> sessions.deleteOver(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
