package news.parallax.catalog.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.Rhythm;

/** Keeps what operators did, as long as a setting says. */
@Singleton
public class AuditTrail {
    private final AuditRepository entries;
    private final Rhythm rhythm;
    private final Duration retention;
    private final InstantSource clock;

    AuditTrail(AuditRepository entries, Rhythm rhythm, CatalogConfig config, InstantSource clock) {
        this.entries = entries;
        this.rhythm = rhythm;
        this.retention = config.auditRetention();
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm.keep(Job.AUDIT_SWEEP, this::sweep);
    }

    /** Keeps what is done in the current transaction, with it or not at all. */
    public void done(String actorId, String actorName, String action, String target, String detail) {
        var entry = new AuditEntity();
        entry.actorId = actorId;
        entry.actorName = actorName;
        entry.action = action;
        entry.target = target;
        entry.detail = detail;
        entry.clientAddress = "";
        entry.outcome = AuditEntity.Outcome.DONE;
        add(entry);
    }

    /** Keeps an entry, from now on; to be called in a transaction. */
    AuditEntity add(AuditEntity entry) {
        entry.createTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return entries.add(entry);
    }

    long sweep() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entries.deleteBefore(clock.instant().minus(retention)));
    }
}
