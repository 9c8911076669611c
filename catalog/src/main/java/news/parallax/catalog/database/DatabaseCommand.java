package news.parallax.catalog.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs the embedded PostgreSQL by itself, for several catalogs on one machine: {@code FOLDER}. Prints its JDBC URL once it
 * takes connections; the password is in the folder. Stops it when standard input ends.
 */
public final class DatabaseCommand {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private DatabaseCommand() {}

    /** Exits 0 when the server was stopped, 1 if it did not start, 2 on wrong arguments. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager"); // it complains otherwise
        if (arguments.length != 1) {
            System.err.println("usage: FOLDER");
            System.exit(2);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), START_LIMIT)) {
            System.out.println(postgres.jdbcUrl());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (EmbeddedPostgresException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
