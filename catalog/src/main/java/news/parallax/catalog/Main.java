package news.parallax.catalog;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import news.parallax.catalog.database.EmbeddedPostgres;
import news.parallax.catalog.database.EmbeddedPostgresException;
import org.jboss.logging.Logger;

/** Starts the catalog: first its database, unless the settings name one, then the service on it. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... args) {
        SmallRyeConfig settings = EarlySettings.read();
        if (settings.getOptionalValue(EarlySettings.JDBC_URL, String.class).isEmpty()) {
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
        System.setProperty(EarlySettings.JDBC_URL, postgres.jdbcUrl());
        System.setProperty(EarlySettings.USERNAME, EmbeddedPostgres.USER);
        System.setProperty(EarlySettings.PASSWORD, postgres.password());
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
}
