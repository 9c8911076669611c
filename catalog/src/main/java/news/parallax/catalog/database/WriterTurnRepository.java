package news.parallax.catalog.database;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import news.parallax.catalog.CatalogConfig;

/** The lock by which catalogs on one database take turns. */
@Singleton
class WriterTurnRepository {
    /** Any number that nobody else locks in this database. */
    private static final long KEY = 0x7061_7261_6c6c_6178L;

    private final EntityManager entities;
    private final String silenceMillis;

    WriterTurnRepository(EntityManager entities, CatalogConfig config) {
        this.entities = entities;
        this.silenceMillis = String.valueOf(config.turnSilence().toMillis());
    }

    /** Waits for the turn of the transaction; it ends with it, and with the connection if that is silent for too long. */
    void lockUntilCommit() {
        entities.createNativeQuery("select set_config('idle_in_transaction_session_timeout', :millis, true)")
                .setParameter("millis", silenceMillis)
                .getSingleResult();
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", KEY)
                .getSingleResult();
    }

    /** Has a lease stay whose it is until the transaction ends; returns whether the token is its holder's. */
    boolean keepLeaseUntilCommit(String name, long token) {
        return !entities.createNativeQuery("select 1 from lease where name = :name and token = :token for key share")
                .setParameter("name", name)
                .setParameter("token", token)
                .getResultList()
                .isEmpty();
    }
}
