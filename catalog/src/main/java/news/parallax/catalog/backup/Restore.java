package news.parallax.catalog.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import news.parallax.catalog.database.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Fills an empty database from the file of a backup: all of it or nothing, in one transaction. */
final class Restore {
    private static final String HISTORY = "flyway_schema_history";

    private final PostgresClient client;
    private final BackupSettings settings;

    Restore(PostgresClient client, BackupSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Reads all of the file before it touches a database.
     *
     * @throws BackupException if the database is not empty, or the file is not whole or of a newer catalog
     */
    void readFrom(Path file) {
        MigrationVersion version = check(file);
        try (Database database = Database.toFill(settings)) {
            if (!database.empty()) {
                throw new BackupException("The database %s is not empty: a backup is restored into an empty one only"
                        .formatted(database));
            }
            MigrationVersion newest = newest(database.address());
            if (version.isNewerThan(newest)) {
                throw new BackupException("%s is of a newer catalog (version %s of the database; this one knows %s)"
                        .formatted(file, version, newest));
            }
            client.runOn(
                    database.address(),
                    "pg_restore",
                    "--single-transaction",
                    "--exit-on-error",
                    "--no-owner",
                    "--no-privileges",
                    "--no-password",
                    "--dbname=",
                    file.toString());
            database.beAnother();
        }
    }

    /** Returns the version of the database that the file is of. */
    private MigrationVersion check(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BackupException("There is no file %s that can be read".formatted(file));
        }
        try {
            client.run("pg_restore", "--file=/dev/null", file.toString());
            return migrations(
                            client.run("pg_restore", "--data-only", "--table=" + HISTORY, "--file=-", file.toString()))
                    .max(MigrationVersion::compareTo)
                    .orElseThrow(() -> new BackupException("it is not of a catalog"));
        } catch (BackupException e) {
            throw new BackupException("%s is no backup that can be restored: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Returns the versions in the rows that the file has of Flyway's table: rank, version, and more, by tabs. */
    private static Stream<MigrationVersion> migrations(String script) {
        return script.lines()
                .dropWhile(line -> !line.startsWith("COPY public." + HISTORY))
                .skip(1)
                .takeWhile(line -> !line.equals("\\."))
                .map(row -> List.of(row.split("\t", -1)).get(1))
                .filter(version -> !version.equals("\\N"))
                .map(MigrationVersion::fromVersion);
    }

    private static MigrationVersion newest(DatabaseAddress address) {
        Flyway flyway = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .load();
        return Stream.of(flyway.info().all())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }
}
