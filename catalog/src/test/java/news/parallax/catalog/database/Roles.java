package news.parallax.catalog.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The roles of deploy, which can log in here. */
public final class Roles {
    public static final String OWNER = "parallax_owner";
    public static final String CATALOG = "parallax_catalog";
    public static final String REPORTS = "parallax_reports";
    public static final String PASSWORD = "of-tests";

    private static final Path SCRIPT = Path.of("../deploy/kubernetes/components/cloudnative-pg/roles.sql");

    private Roles() {}

    public static void createIn(EmbeddedPostgres postgres) throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(SCRIPT));
            for (String role : List.of(OWNER, CATALOG, REPORTS)) {
                statement.execute("alter role %s login password '%s'".formatted(role, PASSWORD));
            }
        }
    }
}
