package news.parallax.catalog;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import news.parallax.catalog.database.EmbeddedPostgres;
import news.parallax.catalog.database.Roles;

/**
 * Starts the embedded PostgreSQL that production uses, on an empty folder. As in production the tables belong to one role
 * and the service has another, which may write rows and nothing else: every test is one of that too.
 */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/service-tests")), "data");
            postgres = EmbeddedPostgres.start(folder, Duration.ofMinutes(1));
            Roles.createIn(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.username", Roles.CATALOG,
                "quarkus.datasource.password", Roles.PASSWORD,
                "quarkus.flyway.username", Roles.OWNER,
                "quarkus.flyway.password", Roles.PASSWORD);
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
