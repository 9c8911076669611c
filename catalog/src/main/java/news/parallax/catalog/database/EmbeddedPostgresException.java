package news.parallax.catalog.database;

/** Says in one line, fit for the terminal, why the embedded PostgreSQL cannot run. */
public final class EmbeddedPostgresException extends RuntimeException {
    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
