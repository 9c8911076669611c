package news.parallax.catalog.backup;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.EarlySettings;
import news.parallax.catalog.database.DatabaseAddress;

/**
 * Which database is meant, and what it is read and filled with.
 *
 * @param client folder of PostgreSQL's client programs; those of the PATH if empty
 * @param external the database that the settings name; the embedded one if empty
 * @param data folder of the embedded one
 * @param startLimit how long the embedded one may take to start
 */
record BackupSettings(Optional<Path> client, Optional<DatabaseAddress> external, Path data, Duration startLimit) {
    static BackupSettings of(SmallRyeConfig settings) {
        CatalogConfig config = settings.getConfigMapping(CatalogConfig.class);
        Optional<DatabaseAddress> external = settings.getOptionalValue(EarlySettings.JDBC_URL, String.class)
                .map(url -> new DatabaseAddress(
                        url,
                        settings.getOptionalValue(EarlySettings.USERNAME, String.class)
                                .orElse(""),
                        settings.getOptionalValue(EarlySettings.PASSWORD, String.class)
                                .orElse("")));
        return new BackupSettings(config.postgresClient(), external, config.data(), config.databaseStartLimit());
    }
}
