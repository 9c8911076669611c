package news.parallax.catalog.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A process that runs the embedded PostgreSQL on a folder, adds a row to a table of its own, and waits to be ended. */
final class DatabaseHolder {
    private DatabaseHolder() {}

    public static void main(String... args) throws Exception {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.start(Path.of(args[0]), Duration.ofMinutes(1));
        } catch (EmbeddedPostgresException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        addRow(postgres);
        System.out.println("holding");
        Thread.sleep(Duration.ofMinutes(5));
    }

    static void addRow(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute("create table if not exists mark (id serial primary key)");
            connection.createStatement().execute("insert into mark default values");
        }
    }

    static int rows(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(answer(postgres, "select count(*) from mark"));
    }

    static String answer(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres)) {
            var rows = connection.createStatement().executeQuery(query);
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
    }
}
