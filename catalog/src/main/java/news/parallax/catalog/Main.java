package news.parallax.catalog;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.database.EmbeddedPostgres;
import news.parallax.catalog.database.EmbeddedPostgresException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

/** Starts the catalog: first its database, unless the settings name one, then the service on it. */
@QuarkusMain
public final class Main {
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    Main() {}

    public static void main(String... args) {
        SmallRyeConfig settings = settingsBeforeStart();
        if (settings.getOptionalValue(JDBC_URL, String.class).isEmpty()) {
            try {
                startDatabase(settings.getConfigMapping(CatalogConfig.class));
            } catch (EmbeddedPostgresException e) {
                System.err.println(e.getMessage());
                System.exit(1);
            }
        }
        Quarkus.run(args);
    }

    private static void startDatabase(CatalogConfig config) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(config.data(), config.databaseStartLimit());
        System.setProperty(JDBC_URL, postgres.jdbcUrl());
        System.setProperty("quarkus.datasource.username", EmbeddedPostgres.USER);
        System.setProperty("quarkus.datasource.password", postgres.password());
        var stop = new Thread(() -> stopAfterService(postgres), "stop-database");
        Runtime.getRuntime().addShutdownHook(stop);
        postgres.onFailure(() -> {
            if (!stop.isAlive()) {
                Logger.getLogger(Main.class).error("database ended by itself, see postgres.log; stopping");
                System.exit(1);
            }
        });
    }

    private static void stopAfterService(EmbeddedPostgres postgres) {
        Application service = Application.currentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        postgres.close();
    }

    /** The service reads its settings when it starts, and the database comes before: these are the same, read earlier. */
    private static SmallRyeConfig settingsBeforeStart() {
        List<ConfigSource> sources = new ArrayList<>();
        ConfigProvider.getConfig().getConfigSources().forEach(sources::add);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(sources)
                .withMapping(CatalogConfig.class)
                .build();
    }
}
