package news.parallax.catalog;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import news.parallax.catalog.database.EmbeddedPostgres;

/** Starts the embedded PostgreSQL that production uses, on an empty folder. */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/service-tests")), "data");
            postgres = EmbeddedPostgres.start(folder, Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.username", EmbeddedPostgres.USER,
                "quarkus.datasource.password", postgres.password());
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
