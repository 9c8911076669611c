package news.parallax.catalog.backup;

/** Says in one line, fit for the terminal, why nothing was backed up or restored. */
final class BackupException extends RuntimeException {
    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
