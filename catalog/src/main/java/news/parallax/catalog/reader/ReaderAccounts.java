package news.parallax.catalog.reader;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.audit.AuditTrail;
import news.parallax.catalog.error.CatalogException.Taken;
import news.parallax.catalog.error.CatalogException.Unauthenticated;
import org.jboss.logging.Logger;

/** Adds readers, lets them in, changes and deletes them. No connection to the database is held while a password is hashed. */
@Singleton
class ReaderAccounts {
    private static final Logger LOG = Logger.getLogger(ReaderAccounts.class);
    private static final int ID_BYTES = 10;

    private final ReaderRepository readers;
    private final ApiKeys keys;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ReaderAccounts(ReaderRepository readers, ApiKeys keys, Passwords passwords, AuditTrail audit, InstantSource clock) {
        this.readers = readers;
        this.keys = keys;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the reader and makes sure the key is theirs; nothing is stored if it is somebody else's. */
    ReaderEntity update(ReaderEntity incoming, Optional<String> keyHash) {
        return QuarkusTransaction.requiringNew().call(() -> {
            incoming.createTime = now();
            if (readers.add(incoming)) {
                LOG.infof("reader added reader=%s plan=%s role=%s", incoming.id, incoming.plan, incoming.role);
            }
            ReaderEntity reader = readers.requireLocked(incoming.id);
            reader.name = incoming.name;
            reader.plan = incoming.plan;
            reader.role = incoming.role;
            keyHash.ifPresent(hash -> keys.own(reader, hash));
            return reader;
        });
    }

    /** Adds a reader with an address and a password; EMAIL_TAKEN if a reader has the address. */
    ReaderEntity create(EmailAddress address, String password, String name, String plan) {
        if (find(address).isPresent()) {
            throw taken(address);
        }
        var reader = new ReaderEntity();
        reader.passwordHash = passwords.hash(password);
        reader.id = randomId();
        reader.name = name;
        reader.plan = plan;
        reader.email = address.text();
        reader.createTime = now();
        reader.passwordTime = reader.createTime;
        if (!QuarkusTransaction.requiringNew().call(() -> readers.add(reader))) {
            throw taken(address);
        }
        LOG.infof("reader added reader=%s plan=%s", reader.id, plan);
        return reader;
    }

    /** Returns the reader of an address and a password. Which of the two was wrong is not told, nor by the time it takes. */
    ReaderEntity authenticate(String email, String password) {
        Optional<ReaderEntity> reader = EmailAddress.find(email).flatMap(this::find);
        boolean matches = passwords.matches(password, reader.map(found -> found.passwordHash));
        return reader.filter(_ -> matches).orElseThrow(ReaderAccounts::refused);
    }

    ReaderEntity changePassword(String readerId, String current, String wanted) {
        Optional<String> known = QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(readers.require(readerId).passwordHash));
        if (!passwords.matches(current, known)) {
            throw refused();
        }
        String hash = passwords.hash(wanted);
        return QuarkusTransaction.requiringNew().call(() -> {
            ReaderEntity reader = readers.requireLocked(readerId);
            if (!known.equals(Optional.ofNullable(reader.passwordHash))) {
                throw refused(); // it became another one meanwhile
            }
            reader.passwordHash = hash;
            reader.passwordTime = now();
            LOG.infof("password changed reader=%s", readerId);
            return reader;
        });
    }

    /** How a reader wants to be greeted, and what pages begin with. */
    record Preferences(String name, String language, String edition) {}

    ReaderEntity prefer(String readerId, Preferences wanted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReaderEntity reader = readers.requireLocked(readerId);
            reader.name = wanted.name();
            reader.language = wanted.language();
            reader.edition = wanted.edition();
            return reader;
        });
    }

    /** Sets the plan of a reader, and says so in the audit trail if it was another. */
    ReaderEntity setPlan(String readerId, String plan, String actorId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReaderEntity actor = readers.require(actorId);
            ReaderEntity reader = readers.requireLocked(readerId);
            if (!reader.plan.equals(plan)) {
                audit.done(actor.id, actor.name, "PLAN_SET", readerId, "%s to %s".formatted(reader.plan, plan));
                reader.plan = plan;
            }
            return reader;
        });
    }

    /** Deletes the reader and everything that belongs to them, in one transaction. */
    void delete(String readerId) {
        QuarkusTransaction.requiringNew().run(() -> {
            readers.deleteWithEverything(readers.requireLocked(readerId));
            LOG.infof("reader deleted reader=%s", readerId);
        });
    }

    private Optional<ReaderEntity> find(EmailAddress address) {
        return QuarkusTransaction.requiringNew().call(() -> readers.byEmail(address));
    }

    private String randomId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Taken taken(EmailAddress address) {
        return new Taken(
                "EMAIL_TAKEN",
                "A reader has the address %s".formatted(address.text()),
                Map.of("email", address.text()));
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("CREDENTIALS_REFUSED", "There is no reader with these credentials", Map.of());
    }
}
