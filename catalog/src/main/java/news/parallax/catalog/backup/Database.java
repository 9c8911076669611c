package news.parallax.catalog.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import news.parallax.catalog.database.DatabaseAddress;
import news.parallax.catalog.database.EmbeddedPostgres;

/**
 * The database that is backed up or filled: one that runs, or the embedded one, run for as long as this is open.
 *
 * @param place what to call it
 * @param own the server that ends with this
 */
record Database(String place, DatabaseAddress address, Optional<EmbeddedPostgres> own) implements AutoCloseable {
    /** Finds the database that the settings name, or that a catalog runs; else starts the one of the data folder. */
    static Database toRead(BackupSettings settings) {
        if (settings.external().isEmpty()) {
            Optional<DatabaseAddress> running = EmbeddedPostgres.running(settings.data());
            if (running.isPresent()) {
                return new Database(place(settings.data()), running.get(), Optional.empty());
            }
            if (!EmbeddedPostgres.exists(settings.data())) {
                throw new BackupException("There is no database in %s".formatted(place(settings.data())));
            }
        }
        return toFill(settings);
    }

    /** Finds the database that the settings name; else starts that of the data folder, which nobody else may use. */
    static Database toFill(BackupSettings settings) {
        if (settings.external().isPresent()) {
            DatabaseAddress address = settings.external().get();
            String withoutSecrets = address.jdbcUrl().replaceFirst("\\?.*", "");
            return new Database(withoutSecrets, address, Optional.empty());
        }
        var server = EmbeddedPostgres.start(settings.data(), settings.startLimit());
        return new Database(place(settings.data()), server.address(), Optional.of(server));
    }

    /** Whether a catalog has made its tables there. */
    boolean hasCatalog() {
        return ask("select to_regclass('public.flyway_schema_history') is not null");
    }

    /** Whether there is no table or the like, but for those of extensions. */
    boolean empty() {
        return ask("""
                select not exists (
                    select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                    where nspname not like 'pg\\_%' and nspname <> 'information_schema'
                        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e'))
                """);
    }

    /**
     * Makes what was restored a database of its own: listeners that followed the changes of the other are told so, as its
     * changes go on otherwise. And lets the planner know the tables.
     */
    void beAnother() {
        change("update story_change_log set epoch = replace(gen_random_uuid()::text, '-', '')");
        change("analyze");
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedPostgres::close);
    }

    @Override
    public String toString() {
        return place;
    }

    private boolean ask(String query) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void change(String command) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private BackupException failed(SQLException e) {
        return new BackupException(
                "The database %s does not answer: %s"
                        .formatted(
                                place,
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                e);
    }

    private static String place(Path data) {
        return data.toAbsolutePath().normalize().toString();
    }
}
