package news.parallax.catalog.database;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The lock by which catalogs on one database take turns. */
@Singleton
class WriterTurnRepository {
    /** Any number that nobody else locks in this database. */
    private static final long KEY = 0x7061_7261_6c6c_6178L;

    private final EntityManager entities;

    WriterTurnRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for the turn of the transaction; it ends with it. */
    void lockUntilCommit() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", KEY)
                .getSingleResult();
    }
}
